package dev.bottrace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bottrace.cli.BottraceProcess.Run;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A program that does not end is ended, and the stacks say why. */
@Timeout(60)
class TimeoutTest {
  private final BottraceProcess processes;

  TimeoutTest(@TempDir Path directory) {
    processes = new BottraceProcess(directory);
  }

  @Test
  void names_locks_owners_and_deadlocks_and_no_frame_of_its_own() throws Exception {
    processes.compile(
        "Dead",
        """
        public class Dead {
          static void lock(Object a, Object b) {
            synchronized (a) { rest(); synchronized (b) { rest(); } }
          }
          static void rest() { try { Thread.sleep(300); } catch (InterruptedException e) { rest(); } }
          public static void main(String[] args) throws Exception {
            Object a = new Object(), b = new Object();
            new Thread(() -> lock(a, b), "one").start();
            new Thread(() -> lock(b, a), "two").start();
            while (true) rest();
          }
        }
        """);
    Run run = processes.bottrace("run", "--calls", "--timeout", "2.5", "-cp", ".", "Dead");

    assertThat(run.exit()).isEqualTo(124);
    assertThat(run.stderr())
        .startsWith("TIMEOUT after 2.5s - dumping stacks:\nThread main (")
        .contains("Thread one (BLOCKED, to lock java.lang.Object held by two):")
        .contains("Deadlock:\n", "one waits for java.lang.Object held by two")
        .doesNotContain("dev.bottrace", "LambdaForm", "$Start", "bottrace-");
    new TraceLines(run.trace()).isBalanced();
    assertThat(run.stdout()).contains("RETURN Dead.main !exit");
  }
}
