package dev.bottrace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing that happens to a client does any harm to the program. */
class AttachHarmTest extends AttachFixture {
  AttachHarmTest(@TempDir Path temp) throws IOException {
    super(temp);
  }

  @Test
  void classes_are_what_they_were_afterwards() throws Exception {
    Target target = new Target();
    target.step("one");
    byte[] before = target.code();
    Client client =
        new Client("client", "--calls", "--args", "--breakpoint", "Worker.half", target.pid())
            .begun();
    target.step("two");
    assertThat(target.hasProbes()).isTrue();
    client.interrupt();

    assertThat(target.code()).isEqualTo(before);
    target.step("three");
    assertThat(target.exit()).isEqualTo(7);
  }

  @Test
  void calls_that_are_under_way_go_on_after_detaching() throws Exception {
    Target target = new Target();
    Client client = new Client("client", "--calls", target.pid()).begun();
    assertThat(target.ask("wait")).isEqualTo("waits");

    assertThat(client.interrupt().out()).contains("RETURN Worker.step [worker] !exit\n");
    target.step("after");
    assertThat(target.exit()).isEqualTo(7);
  }

  @Test
  void a_client_that_is_killed_leaves_the_program_as_it_was() throws Exception {
    Target target = new Target();
    target.step("one");
    Client client = new Client("client", "--calls", target.pid()).begun();
    assertThat(target.hasProbes()).isTrue();
    client.signal("KILL");
    client.await();

    while (target.hasProbes()) {
      Thread.sleep(20);
    }
    target.step("two");
    assertThat(target.exit()).isEqualTo(7);
  }

  @Test
  void a_client_that_reads_nothing_is_let_go() throws Exception {
    Target target = new Target();
    Client client = new Client("client", "--calls", "--out", "trace.txt", target.pid()).begun();
    client.signal("STOP");
    assertThat(target.ask("many")).isEqualTo("10000000");
    client.signal("CONT");

    Run run = client.await();
    assertThat(run.exitCode()).isEqualTo(125);
    assertThat(run.err())
        .contains("bottrace: error: the trace is not whole: bottrace has read none of it for 5 s\n")
        .endsWith(detached(target));
    assertThat(target.exit()).isEqualTo(7);
  }

  /** Both at the same time, as each takes its seconds. */
  @Test
  void a_program_that_is_stopped_holds_up_no_client() throws Exception {
    Target recorded = new Target();
    recorded.step("one");
    Client ending = new Client("ending", "--calls", "--timeout", "3", recorded.pid()).begun();
    recorded.signal("STOP");
    Target silent = new Target();
    attachAndDetach(silent, 1);
    silent.signal("STOP");
    String process = "process " + silent.pid();
    Client waiting = new Client("waiting", "--calls", silent.pid()).until(process + " does not");

    Run ended = ending.await();
    Run interrupted = waiting.interrupt();
    recorded.signal("CONT");
    silent.signal("CONT");
    assertThat(ended.exitCode()).isEqualTo(125);
    assertThat(ended.err())
        .endsWith(
            "bottrace: error: process "
                + recorded.pid()
                + " has not confirmed that it is as it was\n");
    assertThat(interrupted.exitCode()).isEqualTo(130);
    assertThat(interrupted.err())
        .endsWith("bottrace: error: " + process + " has not answered: nothing is recorded\n");
    while (recorded.hasProbes()) {
      Thread.sleep(20);
    }
    assertThat(recorded.exit()).isEqualTo(7);
    silent.step("one");
    assertThat(silent.exit()).isEqualTo(7);
  }

  @Test
  void an_interrupt_in_the_program_does_not_end_the_connection() throws Exception {
    Target target = new Target();
    Client client = new Client("client", "--calls", "--out", "trace.txt", target.pid()).begun();
    assertThat(target.ask("interrupted")).isEqualTo("150000 true");

    assertThat(client.interrupt()).isEqualTo(new Run(0, "", begun(target) + detached(target)));
    assertThat(file("trace.txt")).content().hasLineCount(600_002);
    assertThat(target.exit()).isEqualTo(7);
  }

  @Test
  void attaching_again_and_again_leaves_nothing_more_behind() throws Exception {
    Target target = new Target();
    target.step("one");
    target.ask("classes");
    attachAndDetach(target, 2);
    int before = Integer.parseInt(target.ask("classes"));
    attachAndDetach(target, 5);

    assertThat(Integer.parseInt(target.ask("classes")) - before).isLessThan(25);
    assertThat(target.exit()).isEqualTo(7);
  }

  private void attachAndDetach(Target target, int times) throws Exception {
    for (int i = 0; i < times; i++) {
      Client client = new Client("client", "--calls", target.pid()).begun();
      target.step("step");
      assertThat(client.interrupt().out()).contains("CALL Worker.step");
    }
  }
}
