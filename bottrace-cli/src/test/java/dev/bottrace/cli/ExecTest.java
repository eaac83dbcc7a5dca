package dev.bottrace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands run as they would without us, and the JVMs that they start are traced. */
class ExecTest extends AgentFixture {
  private static final String NOTHING_TRACED =
      "bottrace: no JVM was traced: none was started, none saw JAVA_TOOL_OPTIONS, or none could take an agent\n";

  ExecTest(@TempDir Path temp) throws IOException {
    super(temp);
  }

  @Test
  void exec_within_exec_has_the_jvms_traced_once() throws Exception {
    Run run =
        run(
            builder(
                    "exec",
                    launcher,
                    "exec",
                    "--calls",
                    "--out",
                    "outer.txt",
                    "--",
                    launcher,
                    "exec",
                    "--calls",
                    "--out",
                    "inner.txt",
                    "--",
                    environment.get("BOTTRACE_JAVA"),
                    "-cp",
                    "program",
                    "App",
                    "exit")
                .directory(temp.toFile()));

    assertThat(run.exitCode()).isEqualTo(4);
    assertThat(run.out()).isEqualTo("app 42\n");
    assertThat(run.err().lines())
        .contains("bottrace: " + file("outer-1.txt") + ": App exit")
        .doesNotContain("bottrace: " + file("inner-1.txt") + ": App exit");
  }

  @Test
  void exec_traces_each_jvm_that_a_command_starts() throws Exception {
    Run run =
        run(
            builder(
                    "exec",
                    launcher,
                    "exec",
                    "--calls",
                    "--out",
                    "all.txt",
                    "--breakpoint",
                    "App.java:25 if n == 3",
                    "--",
                    "sh",
                    "-c",
                    "\"$BOTTRACE_JAVA\" -cp program App exit; \"$BOTTRACE_JAVA\" -cp program App halt")
                .directory(temp.toFile()));

    assertThat(run.exitCode()).isEqualTo(6);
    assertThat(run.out()).isEqualTo("app 42\napp 42\n");
    assertThat(run.err().lines().filter(line -> line.startsWith("bottrace: ")).toList())
        .contains(
            "bottrace: " + file("all-1.txt") + ": App exit",
            "bottrace: " + file("all-2.txt") + ": App halt");
    assertThat(trace("all-1.txt")).contains("RETURN App.main !exit");
    assertThat(trace("all-2.txt")).contains("\"n\":\"3\"");
  }

  @Test
  void exec_says_what_is_wrong_with_a_command() throws Exception {
    assertThat(run("exec", "--calls"))
        .isEqualTo(error("no command; name one: bottrace exec [options] -- COMMAND"));
    assertThat(run("exec", "--cals", "--", "true"))
        .isEqualTo(error("unknown option --cals; did you mean --calls?"));
    assertThat(run("exec", "--calls", "--", "no-such-command"))
        .isEqualTo(new Run(127, "", "bottrace: error: there is no command no-such-command\n"));
    Run none = run("exec", "--calls", "--", "sh", "-c", "exit 5");
    assertThat(none).isEqualTo(new Run(5, "", NOTHING_TRACED));
  }

  @Test
  void exec_names_a_program_on_one_line_whatever_its_arguments() throws Exception {
    Run run = exec("all.txt", temp, "a\nb\tc\u001b[31m");

    assertThat(run.exitCode()).isZero();
    assertThat(run.err().lines())
        .contains("bottrace: " + file("all-1.txt") + ": App a\\u000ab\\u0009c\\u001b[31m");
  }

  @Test
  void exec_says_which_traces_are_empty() throws Exception {
    environment.put("TMPDIR", Files.createDirectories(file("tmp")).toString());
    Run run =
        run(
            "exec",
            "--call-counts",
            "--out",
            file("killed.txt").toString(),
            "--",
            "sh",
            "-c",
            environment.get("BOTTRACE_JAVA")
                + " -cp "
                + file("program")
                + " App wait > "
                + file("ready")
                + " & while ! [ -s "
                + file("ready")
                + " ]; do sleep 0.05; done; kill -9 $!");

    assertThat(run.err().lines())
        .endsWith(
            "bottrace: " + file("killed-1.txt") + ": App wait",
            "bottrace: "
                + file("killed-1.txt")
                + " is empty: its JVM recorded nothing, was killed, or has not ended");
  }

  private Run exec(String out, Path directory, String argument) throws Exception {
    return run(execution(out, argument).directory(directory.toFile()));
  }

  private ProcessBuilder execution(String out, String argument) throws IOException {
    return execution("--out", out, argument);
  }

  private ProcessBuilder execution(String option, String value, String argument)
      throws IOException {
    environment.put("TMPDIR", Files.createDirectories(file("tmp")).toString());
    return builder(
        "exec",
        launcher,
        "exec",
        "--calls",
        option,
        value,
        "--",
        environment.get("BOTTRACE_JAVA"),
        "-cp",
        file("program"),
        "App",
        argument);
  }

  @Test
  void exec_passes_on_a_signal_that_it_alone_got() throws Exception {
    ProcessBuilder builder = execution("all.txt", "wait").directory(temp.toFile());
    Process process = builder.start();
    while (Files.size(file("exec.out")) == 0) {
      assertThat(process.isAlive()).isTrue();
      Thread.sleep(10);
    }

    process.destroy();

    Run run = await(process, builder);
    assertThat(run.exitCode()).isEqualTo(128 + 15);
    assertThat(run.err().lines()).contains("bottrace: " + file("all-1.txt") + ": App wait");
    assertThat(trace("all-1.txt")).endsWith("RETURN App.main !exit\n");
    assertThat(file("tmp")).isEmptyDirectory();
  }

  @Test
  void exec_takes_the_name_of_its_directory_as_it_is() throws Exception {
    Path directory = Files.createDirectories(file("100%pure"));
    Run run = exec("t-%n.txt", directory, "");

    assertThat(run.exitCode()).isZero();
    assertThat(directory.resolve("t-1.txt")).content().startsWith("CALL App.main");
  }

  /** Runs a script in which {@code $before} is what comes before a command, or nothing. */
  private Run script(String script, String before) throws Exception {
    environment.put("LC_ALL", "C");
    environment.put("before", before);
    return run(builder("script", "sh", "-c", script).directory(temp.toFile()));
  }

  private String exec(String shell) {
    return shell
        + " "
        + launcher
        + " exec --calls --"; // split at spaces, none of which are in the path
  }

  @ParameterizedTest
  @ValueSource(strings = {"sh", "bash"})
  void a_command_has_the_files_signals_limits_and_arguments_that_it_would_have(String shell)
      throws Exception {
    String script =
        """
        echo input > input
        $before cat 3< input <&3
        $before sh -c 'cat <&4' 4< input
        $before sh -c 'cat; cat <&9' 9< input < input
        echo through a pipe | $before cat
        $before printf '%s|' a 'b  c' "$(printf '\\377\\001\\n*')" -- '' | od -c
        ulimit -Sn 200
        $before sh -c 'ulimit -n; umask; pwd'
        $before grep -E '^Sig(Blk|Ign)' /proc/self/status
        trap '' INT TERM
        $before grep -E '^Sig(Blk|Ign)' /proc/self/status
        { $before sh -c 'kill -9 $$'; } 2> /dev/null
        echo $?
        a=b $before sh -c 'echo $a; exit 200'
        """;

    Run traced = script(script, exec(shell));
    Run plain = script(script, "");

    assertThat(plain.exitCode()).isEqualTo(200);
    assertThat(traced.exitCode()).isEqualTo(200);
    assertThat(traced.out()).isEqualTo(plain.out());
    assertThat(traced.err().replace(NOTHING_TRACED, "")).isEqualTo(plain.err());
  }

  @ParameterizedTest
  @ValueSource(strings = {"sh", "bash"})
  void an_interrupt_from_the_terminal_is_the_commands_affair(String shell) throws Exception {
    String command =
        "trap 'echo interrupted' INT; echo ready; until [ -e end ]; do sleep 0.1; done; exit 5";
    ProcessBuilder builder =
        builder("group", "setsid", shell, launcher, "exec", "--calls", "--", "sh", "-c", command)
            .directory(temp.toFile());
    Process process = builder.start();
    awaitOutput(process, "group", "ready");

    new ProcessBuilder("kill", "-s", "INT", "--", "-" + process.pid()).start().waitFor();
    awaitOutput(process, "group", "interrupted");
    Files.createFile(file("end"));

    assertThat(await(process, builder))
        .isEqualTo(new Run(5, "ready\ninterrupted\n", NOTHING_TRACED));
  }

  private void awaitOutput(Process process, String name, String text) throws Exception {
    while (!Files.readString(file(name + ".out")).contains(text)) {
      assertThat(process.isAlive()).isTrue();
      Thread.sleep(10);
    }
  }

  @Test
  void a_command_runs_where_env_cannot_restore_signals() throws Exception {
    onlyOnPath("rm", "cat", "sh");
    program("path/env", "exit 125");
    environment.put("TMPDIR", Files.createDirectories(file("tmp")).toString());
    ProcessBuilder builder =
        builder("exec", launcher, "exec", "--calls", "--", "sh", "-c", "cat; exit 3")
            .redirectInput(script().toFile());

    assertThat(run(builder)).isEqualTo(new Run(3, Files.readString(script()), NOTHING_TRACED));
    assertThat(file("tmp")).isEmptyDirectory();
  }

  @Test
  void a_number_is_free_in_all_names() throws Exception {
    Files.writeString(file("bottrace-1.txt"), "of before");
    Run run = run(execution("--json-out", "s.json", "exit").directory(temp.toFile()));

    assertThat(run.exitCode()).isEqualTo(4);
    assertThat(trace("bottrace-1.txt")).isEqualTo("of before");
    assertThat(trace("bottrace-2.txt")).startsWith("CALL App.main");
    assertThat(trace("s-2.json")).startsWith("{\"version\":1");
    assertThat(file("s-1.json")).doesNotExist();
  }

  @Test
  void compact_form_has_a_file_without_being_told() throws Exception {
    Run run = run(execution("--format", "compact", "exit").directory(temp.toFile()));

    assertThat(run.err().lines()).contains("bottrace: " + file("bottrace-1.bt") + ": App exit");
    assertThat(run("print", file("bottrace-1.bt").toString()).out()).startsWith("CALL App.main");
  }

  @Test
  void a_jvm_that_cannot_add_to_the_list_says_itself_where_its_trace_is() throws Exception {
    environment.put("TMPDIR", Files.createDirectories(file("tmp")).toString());
    Run run =
        run(
            builder(
                    "exec",
                    launcher,
                    "exec",
                    "--calls",
                    "--out",
                    "t.txt",
                    "--",
                    "sh",
                    "-c",
                    "rm tmp/*; \"$BOTTRACE_JAVA\" -cp program App exit")
                .directory(temp.toFile()));

    assertThat(run.exitCode()).isEqualTo(4);
    assertThat(run.err().lines())
        .contains("bottrace: " + file("t-1.txt") + ": App exit")
        .noneMatch(line -> line.contains("No such file"));
  }

  @Test
  void a_jar_whose_path_no_jvm_would_take_is_refused() throws Exception {
    Path elsewhere = launcherIn("in=st/bin");
    Files.copy(jar, Files.createDirectories(file("in=st/lib")).resolve("bottrace.jar"));

    for (List<Object> command :
        List.<List<Object>>of(
            List.of(elsewhere, "exec", "--calls", "--", "true"),
            List.of(elsewhere, "attach", "--calls", ProcessHandle.current().pid()))) {
      assertThat(run(builder("refused", command.toArray())))
          .isEqualTo(
              error(
                  "no JVM takes an agent whose path has a '='; move "
                      + file("in=st/lib/bottrace.jar")));
    }
  }
}
