package dev.bottrace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bottrace.cli.BottraceProcess.Run;
import dev.bottrace.cli.BottraceProcess.Running;
import dev.bottrace.cli.BottraceProcess.Start;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each end of a program is the same as under {@code java}, and its trace is complete. */
@DisabledOnOs(OS.WINDOWS)
@Timeout(120)
@ParameterizedClass
@EnumSource(Start.class)
class ProgramEndsTest {
  private final BottraceProcess processes;

  ProgramEndsTest(Start start, @TempDir Path directory) throws IOException {
    processes = new BottraceProcess(directory, start);
    processes.compile(
        "Ends",
        """
        public class Ends {
          static void work() {}
          static void nested(int n, Runnable last) { if (n == 0) last.run(); else nested(n - 1, last); }
          static int deep(int n) { return deep(n + 1) + 1; }
          static class Bad { static int x = boom(); static int boom() { throw new IllegalStateException("bad"); } }
          static Thread started(Runnable task) { Thread t = new Thread(task, "worker"); t.start(); return t; }
          static void sleep(int ms) { try { Thread.sleep(ms); } catch (InterruptedException e) { return; } }
          static void hook(Runnable task) { Runtime.getRuntime().addShutdownHook(new Thread(task, "hook")); }
          static RuntimeException failure() {
            RuntimeException e = new RuntimeException("two\\nlines", new java.io.IOException("cause"));
            e.addSuppressed(new IllegalStateException("suppressed"));
            return e;
          }
          public static void main(String[] a) throws Exception {
            System.out.print("unfinished");
            switch (a[0]) {
              case "return": work(); break;
              case "outlived": started(() -> { sleep(100); work(); System.out.println("done"); }); break;
              case "daemon": Thread d = new Thread(() -> sleep(60000)); d.setDaemon(true); d.start(); break;
              case "exit": nested(3, () -> System.exit(Integer.parseInt(a[1])));
              case "exit-elsewhere": started(() -> System.exit(7)).join(); break;
              case "hooks": hook(() -> { nested(2, Ends::work); System.out.println("hook"); }); System.exit(5);
              case "halt-in-hook": hook(() -> { work(); Runtime.getRuntime().halt(9); }); break;
              case "halt": nested(3, () -> Runtime.getRuntime().halt(8));
              case "halt-elsewhere": started(() -> nested(2, () -> Runtime.getRuntime().halt(6))).join(); break;
              case "uncaught": nested(2, () -> { throw failure(); }); break;
              case "uncaught-elsewhere": started(() -> { throw failure(); }).join(); work(); break;
              case "handler":
                Thread.setDefaultUncaughtExceptionHandler((t, e) -> { work(); System.exit(33); });
                throw failure();
              case "initialiser": System.out.println(Bad.x); break;
              case "overflow": try { deep(0); } catch (StackOverflowError e) { System.out.println("caught"); } work(); break;
              case "no-memory":
                try { System.out.println(new long[Integer.MAX_VALUE].length); }
                catch (OutOfMemoryError e) { System.out.println("caught"); }
                break;
              case "no-memory-uncaught": System.out.println(new long[Integer.MAX_VALUE].length); break;
              case "cast": Object o = new Bad[0]; System.out.println((Ends) o); break;
              case "missing": Class.forName("none.Here"); break;
            }
          }
        }
        """);
    processes.compile(
        "Init",
        """
        public class Init {
          static { if (true) throw new RuntimeException("in the main class"); }
          public static void main(String[] a) {}
        }
        """);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "return",
        "outlived",
        "daemon",
        "exit 0",
        "exit 123",
        "exit -1",
        "exit-elsewhere",
        "hooks",
        "halt-in-hook",
        "halt",
        "halt-elsewhere",
        "uncaught",
        "uncaught-elsewhere",
        "handler",
        "initialiser",
        "overflow",
        "no-memory",
        "no-memory-uncaught",
        "cast",
        "missing"
      })
  void ends_as_under_java(String end) throws Exception {
    String[] arguments = ("-cp . Ends " + end).split(" ");
    Run traced =
        processes.bottrace(("run --calls --out trace " + String.join(" ", arguments)).split(" "));

    assertThat(traced).isEqualTo(processes.java(arguments));
    processes.trace("trace").isBalanced();
  }

  @Test
  void shows_no_frame_of_its_own_when_the_main_class_can_not_be_initialised() throws Exception {
    Run traced = processes.bottrace("run", "--calls", "-cp", ".", "Init");

    assertThat(traced.program()).isEqualTo(processes.java("-cp", ".", "Init"));
    assertThat(traced.trace())
        .containsExactly(
            "CALL Init.<clinit> Init.java:2", "RETURN Init.<clinit> !java.lang.RuntimeException");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Overflows.java:4", "Overflows.java:4 if i < 0"})
  void shows_no_frame_of_its_own_when_the_stack_ends_at_a_breakpoint(String breakpoint)
      throws Exception {
    processes.compile(
        "Overflows",
        """
        public class Overflows {
          static int n;
          static int deep(int i) {
            n = i;
            return deep(i + 1) + 1;
          }
          public static void main(String[] a) {
            for (int i = 0; i < 300; i++) {
              try {
                deep(0);
              } catch (StackOverflowError e) {
                StackTraceElement first = e.getStackTrace()[0];
                if (!first.getClassName().equals("Overflows")) System.out.println(first);
              }
            }
          }
        }
        """);
    String[] run = {"run", "--breakpoint", breakpoint, "--snapshots", "1", "--out", "snapshots"};

    assertThat(processes.bottrace(with(run, "-cp", ".", "Overflows")).stdout()).isEmpty();
  }

  private static String[] with(String[] options, String... program) {
    return Stream.of(options, program).flatMap(Stream::of).toArray(String[]::new);
  }

  @Test
  void counts_what_shutdown_hooks_call() throws Exception {
    assertThat(processes.bottrace("run", "--call-counts", "-cp", ".", "Ends", "hooks").stdout())
        .startsWith("unfinishedhook\nCall Counts (Top 10):\n")
        .contains("3 calls to Ends.nested", "1 calls to Ends.work");
  }

  /**
   * Signals and the exit codes that {@code java} has for them. What a shell without job control
   * starts in the background ignores SIGINT, and all JVMs below it do.
   */
  private static Map<String, Integer> signals() throws IOException, InterruptedException {
    Process shell = new ProcessBuilder("sh", "-c", "kill -INT $$; exit 0").start();
    boolean ignoresInt = shell.waitFor() == 0;
    return ignoresInt
        ? Map.of("HUP", 129, "TERM", 143)
        : Map.of("HUP", 129, "INT", 130, "TERM", 143);
  }

  @Test
  void closes_the_calls_that_are_open_when_a_signal_comes() throws Exception {
    processes.compile(
        "Waits",
        """
        public class Waits {
          public static void main(String[] a) throws Exception {
            System.out.println("up");
            Thread.sleep(60000);
          }
        }
        """);
    for (var signal : signals().entrySet()) {
      Running running = processes.launch(List.of(), "run", "--calls", "-cp", ".", "Waits");
      assertThat(running.readLines(2)).endsWith("up");
      new ProcessBuilder("kill", "-" + signal.getKey(), "" + running.process().pid())
          .start()
          .waitFor();
      assertThat(running.await(""))
          .isEqualTo(new Run(signal.getValue(), "RETURN Waits.main !exit\n", ""));
    }
  }

  @Test
  void goes_on_and_ends_with_125_when_the_trace_can_not_be_written() throws Exception {
    processes.compile(
        "Many",
        """
        public class Many {
          static void call() {}
          public static void main(String[] a) {
            for (int i = 0; i < 100_000; i++) call();
            System.err.println("went on");
          }
        }
        """);
    String error = "bottrace: error: cannot write the trace to ";
    Run head = processes.shell("$BOTTRACE run --calls -cp . Many | head -1; exit ${PIPESTATUS[0]}");
    assertThat(head)
        .isEqualTo(
            new Run(
                125,
                "CALL Many.main Many.java:4\n",
                error + "standard output: Broken pipe\nwent on\n"));
    assertThat(processes.shell("$BOTTRACE run --calls -cp . Many >/dev/full").exit())
        .isEqualTo(125);
    assertThat(processes.shell("$BOTTRACE run --calls -cp . Ends halt >/dev/full").exit())
        .isEqualTo(125);
    assertThat(processes.shell("$BOTTRACE run --call-counts -cp . Many >&-").exit()).isEqualTo(125);
    assertThat(processes.bottrace("run", "--calls", "--out", "/dev/full", "-cp", ".", "Many"))
        .isEqualTo(new Run(125, "", error + "/dev/full: No space left on device\nwent on\n"));
  }
}
