package dev.bottrace.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

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

  @Test
  void shows_virtual_threads_also_while_they_yield() throws Exception {
    assumeThat(Runtime.version().feature()).isGreaterThanOrEqualTo(21);
    processes.compile(
        "Virtual",
        """
        import java.util.concurrent.CountDownLatch;
        public class Virtual {
          static void waits() { try { new CountDownLatch(1).await(); } catch (InterruptedException e) { } }
          static void yields() { while (true) Thread.yield(); }
          public static void main(String[] args) {
            Thread.ofVirtual().name("waiting").start(Virtual::waits);
            Thread.ofVirtual().start(Virtual::yields);
            for (int i = 0; i < 1010; i++) Thread.startVirtualThread(Virtual::waits);
            waits();
          }
        }
        """);
    Run run = processes.bottrace("run", "--timeout", "2.5", "-cp", ".", "Virtual");

    assertThat(run.exit()).isEqualTo(124);
    assertThat(run.stderr())
        .containsPattern(
            "\nThread waiting \\(virtual\\):\n(  .*\n)+  Virtual.waits\\(\\) Virtual.java:3\n")
        .containsPattern(
            "\nThread #\\d+ \\(virtual\\):\n(  .*\n)*  Virtual.yields\\(\\) Virtual.java:4\n")
        .contains("\n... and 12 more virtual threads\n");
  }
}
