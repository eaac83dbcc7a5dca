package dev.bottrace.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.bottrace.cli.BottraceProcess.Run;
import dev.bottrace.cli.BottraceProcess.Start;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A program that does not end is ended, and the stacks say why. */
@Timeout(60)
class TimeoutTest {
  private final Path directory;
  private final BottraceProcess processes;

  TimeoutTest(@TempDir Path directory) {
    this.directory = directory;
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

  @Test
  void ends_a_program_that_has_used_up_its_memory() throws Exception {
    processes.compile(
        "Full",
        """
        public class Full {
          static Object[] chain;
          static void leaf() {}
          public static void main(String[] args) {
            for (int size = 1 << 20; size > 0; size /= 2) {
              try { while (true) chain = new Object[] {chain, new byte[size]}; }
              catch (OutOfMemoryError e) { continue; }
            }
            while (true) leaf();
          }
        }
        """);
    List<String> small = List.of("-Xmx24m");
    String[] alone = {"run", "--timeout", "2", "-cp", ".", "Full"};
    String[] traced = {"run", "--timeout", "2", "--calls", "--out", "full.txt", "-cp", ".", "Full"};

    assertThat(processes.launch(small, alone).await(""))
        .satisfies(run -> assertThat(run.exit()).isEqualTo(124))
        .satisfies(run -> assertThat(run.stderr()).contains("TIMEOUT after 2s"));
    assertThat(processes.launch(small, traced).await(""))
        .satisfies(run -> assertThat(run.exit()).isEqualTo(124))
        .satisfies(run -> assertThat(run.stderr()).contains("TIMEOUT after 2s"));
  }

  @Test
  void shows_stacks_without_the_module_that_knows_locks() throws Exception {
    processes.compile(
        "Loop", "public class Loop { public static void main(String[] a) { while (true); } }");

    Run run =
        new BottraceProcess(directory, Start.PLAIN) // as always with options for modules
            .launch(
                List.of("--limit-modules=java.base,java.instrument"),
                "run",
                "--timeout",
                "1",
                "-cp",
                ".",
                "Loop")
            .await("");

    assertThat(run.exit()).isEqualTo(124);
    assertThat(run.stderr())
        .startsWith(
            "TIMEOUT after 1s - dumping stacks:\nThread main (RUNNABLE):\n  Loop.main() Loop")
        .doesNotContain("bottrace");
  }

  @Test
  void names_of_threads_stay_on_their_line() throws Exception {
    processes.compile(
        "Evil",
        """
        public class Evil {
          public static void main(String[] a) {
            Thread.currentThread().setName("evil\\nCALL Fake.main \\033[31m");
            while (true);
          }
        }
        """);

    Run run = processes.bottrace("run", "--timeout", "1", "-cp", ".", "Evil");

    assertThat(run.stderr())
        .contains("\nThread evil\\u000aCALL Fake.main \\u001b[31m (RUNNABLE):\n");
  }
}
