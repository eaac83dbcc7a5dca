package dev.bottrace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;

/** A program that runs already is traced from outside, and is afterwards what it was. */
class AttachTest extends AttachFixture {
  private static final String STEP =
      """
      CALL Worker.<init> Worker.java:1
      RETURN Worker.<init>
      CALL Worker.step Worker.java:3 (line="four")
      CALL Worker.half Worker.java:12 (n=4)
      RETURN Worker.half = 2
      RETURN Worker.step = 2
      """;

  AttachTest(@TempDir Path temp) throws IOException {
    super(temp);
  }

  @Test
  void calls_are_shown_until_the_client_is_interrupted() throws Exception {
    Target target = new Target();
    target.step("before");
    Client client = new Client("client", "--calls", "--args", target.pid(), "--returns").begun();
    target.step("four");
    target.tell("thread");
    assertThat(target.line()).isEqualTo("steps");
    Run run = client.interrupt();

    target.step("after");
    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).isEqualTo(begun(target) + detached(target));
    assertThat(run.out())
        .startsWith(STEP)
        .contains("CALL Worker.step Worker.java:3 [worker] (line=\"thread\")\n")
        .doesNotContain("before")
        .doesNotContain("after");
    assertThat(target.exit()).isEqualTo(7);
  }

  @Test
  void classes_of_a_loader_that_keeps_our_code_from_them_are_shown_each_time() throws Exception {
    Target target = new Target();
    assertThat(target.ask("apart")).isEqualTo("6");
    for (int time = 0; time < 2; time++) {
      Client client =
          new Client("client" + time, "--calls", "--include", "Worker", target.pid()).begun();
      assertThat(target.ask("apart")).isEqualTo("6");
      Run run = client.interrupt();

      assertThat(run.err()).isEqualTo(begun(target) + detached(target));
      assertThat(run.out()).isEqualTo("CALL Worker.half Worker.java:12\nRETURN Worker.half\n");
      assertThat(target.ask("apart")).isEqualTo("6");
    }
    assertThat(target.exit()).isEqualTo(7);
  }

  @Test
  void a_trace_goes_to_a_file_beside_the_client_in_each_form() throws Exception {
    Target target = new Target();
    Client text = new Client("a", "--calls", "--out", "a.txt", target.pid()).begun();
    Client ndjson =
        new Client("b", "--calls", "--out", "b.ndjson", "--format", "ndjson", target.pid()).begun();
    Client compact =
        new Client("c", "--calls", "--out", "c.bt", "--format", "compact", target.pid()).begun();
    target.step("four");
    for (Client client : List.of(text, ndjson, compact)) {
      assertThat(client.interrupt()).isEqualTo(new Run(0, "", begun(target) + detached(target)));
    }

    String calls = Files.readString(file("a.txt"));
    assertThat(calls).contains("CALL Worker.step Worker.java:3\nCALL Worker.half");
    assertThat(run("print", file("c.bt").toString())).isEqualTo(new Run(0, calls, ""));
    assertThat(Files.readString(file("b.ndjson")))
        .contains("{\"event\":\"call\",\"method\":\"Worker.step\"");
    assertThat(target.exit()).isEqualTo(7);
  }

  @Test
  void a_program_that_ends_has_its_counts_and_its_exit_code() throws Exception {
    Target target = new Target();
    Client client = new Client("client", "--call-counts", "--top", "1", target.pid()).begun();
    target.step("one");
    target.step("two");
    assertThat(target.exit()).isEqualTo(7);

    assertThat(client.await())
        .isEqualTo(
            new Run(
                0,
                "Call Counts (Top 1):\n          2 calls to Worker.<init> (Worker.java:1)\n",
                begun(target) + "bottrace: process " + target.pid() + " has ended\n"));
  }

  @Test
  void of_a_program_that_ends_all_at_once_there_is_what_came_before() throws Exception {
    Target target = new Target();
    Client client = new Client("client", "--calls", target.pid()).begun();
    target.step("one");
    while (!client.out().contains("RETURN Worker.step")) {
      Thread.sleep(20);
    }
    target.tell("halt");
    assertThat(target.process.waitFor()).isEqualTo(8);

    Run run = client.await();
    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).contains(" has ended all at once");
  }

  @Test
  void bounds_end_it() throws Exception {
    Target target = new Target();
    Client events = new Client("a", "--calls", "--max-events", "3", target.pid()).begun();
    target.step("one");
    assertThat(events.await())
        .isEqualTo(
            new Run(
                0,
                """
                CALL Worker.<init> Worker.java:1
                RETURN Worker.<init>
                CALL Worker.step Worker.java:3
                """,
                begun(target) + "MAX_EVENTS reached (3)\n" + detached(target)));

    Client time = new Client("b", "--calls", "--timeout", "0.01", target.pid());
    assertThat(time.await()).isEqualTo(none(target));

    Client snapshots =
        new Client(
                "c",
                "--breakpoint",
                "Worker.java:9 if line.length() > 3",
                "--watch",
                "line.length() + 1",
                "--snapshots",
                "1",
                "--json-out",
                "s.json",
                "--print-result",
                target.pid())
            .begun();
    target.step("two");
    target.step("three");
    assertThat(snapshots.await())
        .isEqualTo(
            new Run(
                0,
                "{\"result_file\": \"s.json\", \"snapshots\": 1}\n",
                begun(target) + "MAX_SNAPSHOTS reached (1)\n" + detached(target)));
    assertThat(Files.readString(file("s.json")))
        .contains(
            "\"line\":\"\\\"three\\\"\"", "\"expression\":\"line.length() + 1\",\"value\":\"6\"");
    assertThat(target.exit()).isEqualTo(7);
  }

  private static Run none(Target target) {
    return new Run(
        0,
        "",
        begun(target)
            + "bottrace: nothing was traced: no method in scope was called; those that ran already"
            + " are not seen\n"
            + detached(target));
  }

  @Test
  void what_produced_nothing_is_explained() throws Exception {
    Target target = new Target();
    Client client =
        new Client(
                "client",
                "--calls",
                "--include",
                "com.none",
                "--breakpoint",
                "None.java:1",
                target.pid())
            .begun();
    Run run = client.interrupt();

    assertThat(run.exitCode()).isZero();
    assertThat(run.err())
        .contains(
            "bottrace: nothing was traced: no class that was loaded is in scope of --include"
                + " com.none\n",
            "bottrace: include com.none: no class that was loaded begins with it\n",
            "bottrace: breakpoint None.java:1: None.java was never loaded\n");
  }

  @Test
  void depth_counts_from_the_first_call_after_attaching() throws Exception {
    Target target = new Target();
    Client client = new Client("client", "--calls", "--max-depth", "1", target.pid()).begun();
    target.step("one");

    assertThat(client.interrupt().out())
        .isEqualTo(
            """
            CALL Worker.<init> Worker.java:1
            RETURN Worker.<init>
            CALL Worker.step Worker.java:3
            RETURN Worker.step
            """);
  }

  @Test
  void what_is_wrong_is_said_in_one_line() throws Exception {
    assertThat(attach())
        .isEqualTo(error("no process; name one, as jps lists them: bottrace attach [options] PID"));
    assertThat(attach("--calls", "App"))
        .isEqualTo(error("'App' is not the number of a process; jps lists those of JVMs"));
    assertThat(attach("--calls", "1", "2")).isEqualTo(error("attach takes one process, not 1 2"));
    assertThat(attach("--cals", "1"))
        .isEqualTo(error("unknown option --cals; did you mean --calls?"));
    assertThat(attach("--calls", "-J-Xmx1g", "1"))
        .isEqualTo(error("-J-Xmx1g is for bottrace run: the process has its program"));
    assertThat(attach("--calls", "-cp", "x", "1"))
        .isEqualTo(error("-cp is for bottrace run: the process has its program"));
    assertThat(attach("1"))
        .isEqualTo(error("nothing to record; add --calls, --call-counts or --breakpoint"));
    assertThat(attach("--calls", "999999999")).isEqualTo(error("there is no process 999999999"));
    assertThat(attach("--help").out()).startsWith("Traces a JVM that runs already");
  }

  private Run attach(String... arguments) throws IOException, InterruptedException {
    return new Client("errors", arguments).await();
  }

  @Test
  void an_option_that_is_too_long_is_refused() throws Exception {
    Target target = new Target();
    assertThat(attach("--calls", "--include", "x".repeat(70_000), target.pid()))
        .isEqualTo(error("an option is too long: it may have 65535 bytes"));
    target.step("one");
    assertThat(target.exit()).isEqualTo(7);
  }

  @Test
  void a_socket_that_can_not_be_made_is_said() throws Exception {
    Target target = new Target();
    Path directory = Files.createDirectory(file("x".repeat(100)));
    environment.put("JDK_JAVA_OPTIONS", "-Djava.io.tmpdir=" + directory);
    Run run = attach("--calls", target.pid());
    assertThat(run.exitCode()).isEqualTo(125);
    assertThat(run.err())
        .contains("bottrace: error: cannot make the socket " + directory)
        .endsWith(
            ": Unix domain path too long; another directory is chosen by -Djava.io.tmpdir=DIR in"
                + " JDK_JAVA_OPTIONS\n");
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  @EnabledForJreRange(max = JRE.JAVA_23, disabledReason = "later JDKs have no security manager")
  void a_security_manager_that_forbids_it_is_said_to_the_client_alone() throws Exception {
    Target target = new Target("-Djava.security.manager");
    long warned = Files.size(file("target.err"));
    assertThat(attach("--calls", target.pid()))
        .isEqualTo(
            error(
                "process "
                    + target.pid()
                    + " loads the agent, which does not answer: is it in a container, or has it a"
                    + " security manager?"));
    assertThat(Files.size(file("target.err"))).isEqualTo(warned);
  }

  @Test
  void a_process_that_is_no_jvm_is_not_touched() throws Exception {
    Process other = new ProcessBuilder("sleep", "1000").start();
    try {
      String pid = Long.toString(other.pid());
      assertThat(attach("--calls", pid))
          .isEqualTo(error("process " + pid + " is no JVM, or none that can be attached to"));
      assertThat(other.isAlive()).isTrue();
    } finally {
      other.destroyForcibly();
    }
  }

  @Test
  void a_jvm_that_lets_nobody_attach_is_not_touched() throws Exception {
    for (String data : List.of("+", "-")) {
      Target target = new Target("-XX:+DisableAttachMechanism", "-XX:" + data + "UsePerfData");
      assertThat(attach("--calls", target.pid()))
          .isEqualTo(error("process " + target.pid() + " does not let anybody attach"));
      target.step("one");
      assertThat(target.exit()).isEqualTo(7);
    }
  }

  @Test
  void a_program_that_is_traced_from_its_start_is_refused() throws Exception {
    Target target = new Target("-javaagent:" + jar + "=call-counts,out=" + file("counts.txt"));
    assertThat(attach("--calls", target.pid()))
        .isEqualTo(error("bottrace traces that program already, from its start"));
    assertThat(target.exit()).isEqualTo(7);
    assertThat(file("counts.txt")).content().contains("1 calls to Target.main");
  }

  @Test
  void a_file_that_can_not_be_written_is_known_before_the_program_is_touched() throws Exception {
    Target target = new Target();
    assertThat(attach("--calls", "--out", "no/such/file", target.pid()))
        .isEqualTo(error("cannot write no/such/file (No such file or directory)"));
    assertThat(target.exit()).isEqualTo(7);
  }

  @Test
  void without_the_module_for_it_that_is_said() throws Exception {
    environment.put(
        "JDK_JAVA_OPTIONS", "--limit-modules=java.instrument,java.management,java.compiler");
    Run run = attach("--calls", "1234");
    assertThat(run.exitCode()).isEqualTo(125);
    assertThat(run.err())
        .endsWith(
            "bottrace: error: attaching needs the module jdk.attach, which this Java does not have;"
                + " use that of a JDK\n");
  }
}
