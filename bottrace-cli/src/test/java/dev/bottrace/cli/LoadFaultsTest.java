package dev.bottrace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bottrace.cli.BottraceProcess.Run;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The faults of docs/faults.md that take a while. Their programs print the same in each run. */
@Tag("slow")
@DisabledOnOs(OS.WINDOWS)
@Timeout(300)
class LoadFaultsTest {
  private final BottraceProcess processes;

  LoadFaultsTest(@TempDir Path directory) throws IOException {
    processes = new BottraceProcess(directory);
    processes.compile(
        "Load",
        """
        import java.util.*;
        import java.util.concurrent.*;
        import java.util.concurrent.atomic.*;
        public class Load {
          static int leaf(int n) { return n + 1; }
          static int nest(int n) { return n == 0 ? leaf(0) : nest(n - 1) + nest(n - 1); }
          static Object[] link(Object[] chain, int size) { return new Object[] {chain, new byte[size]}; }
          static void fill(int least) {
            Object[] chain = null;
            for (int size = 1 << 20; size >= least; size /= 2) {
              try { while (true) chain = link(chain, size); }
              catch (OutOfMemoryError e) { continue; }
            }
            for (int i = 0; i < 3000; i++) {
              try { leaf(i); } catch (OutOfMemoryError e) { throw new AssertionError(e); }
            }
          }
          static void full(int threads, int least) throws Exception {
            List<Thread> all = new ArrayList<>();
            for (int i = 0; i < threads; i++) all.add(new Thread(() -> fill(least), "t" + i));
            for (Thread t : all) t.start();
            for (Thread t : all) t.join();
            System.out.println("full");
          }
          static void interrupts() throws Exception {
            AtomicInteger done = new AtomicInteger();
            Thread busy = new Thread(() -> {
              while (done.get() < 20_000) { nest(1); if (Thread.interrupted()) leaf(1); done.incrementAndGet(); }
            }, "busy");
            busy.start();
            while (busy.isAlive()) busy.interrupt();
            System.out.println("done " + done);
          }
          @SuppressWarnings("removal")
          static void stops() throws Exception {
            Random random = new Random(1);
            for (int i = 0; i < 50; i++) {
              Thread t = new Thread(() -> {
                try { while (true) nest(3); } catch (ThreadDeath e) { leaf(1); }
               }, "t");
              t.start();
              Thread.sleep(0, random.nextInt(900_000));
              t.stop();
              t.join(20_000);
              if (t.isAlive()) { System.out.println("goes on"); Runtime.getRuntime().halt(1); }
            }
            System.out.println("stopped");
          }
          static void threads() throws Exception {
            AtomicInteger sum = new AtomicInteger();
            for (int wave = 0; wave < 4; wave++) {
              CountDownLatch go = new CountDownLatch(1);
              List<Thread> all = new ArrayList<>();
              for (int i = 0; i < 2500; i++) {
                Thread t = new Thread(null, () -> { leaf(1); await(go); sum.addAndGet(leaf(0)); }, "t" + i, 1 << 16);
                t.start();
                all.add(t);
              }
              go.countDown();
              for (Thread t : all) t.join();
            }
            System.out.println("sum " + sum);
          }
          static void virtual() throws Exception {
            AtomicInteger sum = new AtomicInteger();
            CountDownLatch up = new CountDownLatch(100_000), go = new CountDownLatch(1);
            Executor each = (Executor) Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
            for (int i = 0; i < 100_000; i++) {
              each.execute(() -> { leaf(1); up.countDown(); await(go); sum.addAndGet(leaf(0)); });
            }
            up.await();
            go.countDown();
            ((ExecutorService) each).shutdown();
            ((ExecutorService) each).awaitTermination(1, TimeUnit.MINUTES);
            System.out.println("sum " + sum);
          }
          static void await(CountDownLatch latch) {
            try { latch.await(); } catch (InterruptedException e) { return; }
          }
          static class Defines extends ClassLoader {
            Class<?> define(String n, byte[] b) {
              return defineClass(n, b, 0, b.length, Load.class.getProtectionDomain());
            }
          }
          static void classes() throws Exception {
            String like = new String(Load.class.getResourceAsStream("Many00000.class").readAllBytes(), "ISO-8859-1");
            int sum = 0;
            Defines loader = null;
            for (int i = 1; i <= 50_000; i++) {
              if (i % 500 == 1) loader = new Defines();
              String name = String.format("Many%05d", i);
              byte[] classFile = like.replace("Many00000", name).getBytes("ISO-8859-1");
              sum += (Integer) loader.define(name, classFile).getMethod("call").invoke(null);
            }
            System.out.println("sum " + sum);
          }
          public static void main(String[] a) throws Exception {
            switch (a[0]) {
              case "full": full(4, 1 << 12); break;
              case "brimful": full(1, 1); break;
              case "interrupts": interrupts(); break;
              case "stops": stops(); break;
              case "threads": threads(); break;
              case "virtual": virtual(); break;
              case "classes": classes(); break;
            }
          }
        }
        """);
    processes.compile(
        "Many00000", "public class Many00000 { public static int call() { return 1; } }");
  }

  private Run run(List<String> jvm, String options, String end) throws Exception {
    List<String> line = new ArrayList<>(List.of("run", "--out", "trace"));
    line.addAll(List.of(options.split(" ")));
    line.addAll(List.of("-cp", ".", "Load", end));
    return processes.launch(jvm, line.toArray(new String[0])).await("");
  }

  private void runsThrough(String end, String said) throws Exception {
    assertThat(run(List.of(), "--calls", end)).isEqualTo(new Run(0, said + "\n", ""));
    processes.trace("trace").isBalanced();
  }

  @ParameterizedTest
  @ValueSource(strings = {"--calls", "--call-counts"})
  void the_program_meets_no_error_of_ours_where_memory_ends_in_any_thread(String options)
      throws Exception {
    Run run = run(List.of("-Xmx64m"), options, "full");

    assertThat(run.stdout()).isEqualTo("full\n");
    if (options.contains("--calls")) {
      isWholeOrSaidToBeCut(run, "out of memory");
    }
  }

  @Test
  void the_program_goes_on_where_not_a_byte_is_left() throws Exception {
    Run run = run(List.of("-Xmx32m"), "--calls", "brimful");

    assertThat(run.stdout()).isEqualTo("full\n");
    isWholeOrSaidToBeCut(run, "out of memory");
  }

  private void isWholeOrSaidToBeCut(Run run, String reason) throws IOException {
    if (run.exit() == 0) {
      assertThat(run.stderr()).isEmpty();
      processes.trace("trace").isBalanced();
    } else {
      assertThat(run)
          .isEqualTo(
              new Run(
                  125,
                  run.stdout(),
                  "bottrace: error: cannot write the trace to trace: " + reason + "\n"));
      processes.trace("trace").isWhole();
    }
  }

  @Test
  void interrupts_at_any_moment_change_nothing() throws Exception {
    runsThrough("interrupts", "done 20000");
  }

  @Test
  @EnabledForJreRange(max = JRE.JAVA_19, disabledReason = "later JDKs stop no threads")
  void a_thread_may_be_stopped_at_any_moment() throws Exception {
    for (int i = 0; i < 8; i++) { // each goes on only until one is stopped while it writes
      Run run = run(List.of(), "--calls", "stops");

      assertThat(run.stdout()).isEqualTo("stopped\n");
      isWholeOrSaidToBeCut(run, "the program has stopped a thread that was just writing it");
    }
  }

  @Test
  void ten_thousand_threads_are_told_apart() throws Exception {
    runsThrough("threads", "sum 10000");
  }

  @Test
  @EnabledForJreRange(min = JRE.JAVA_21, disabledReason = "earlier JDKs have no virtual threads")
  void a_hundred_thousand_virtual_threads_are_told_apart() throws Exception {
    runsThrough("virtual", "sum 100000");
  }

  @Test
  void fifty_thousand_classes_are_traced() throws Exception {
    runsThrough("classes", "sum 50000");
  }
}
