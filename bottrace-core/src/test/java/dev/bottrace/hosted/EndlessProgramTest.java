package dev.bottrace.hosted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.bottrace.Tracer;
import dev.bottrace.hosted.target.EndlessTarget;
import dev.bottrace.hosted.target.StuckTarget;
import dev.bottrace.trace.Termination.Kind;
import dev.bottrace.trace.Trace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Programs that would go on for ever end with their time, and leave no thread behind. */
@Timeout(120)
class EndlessProgramTest {
  private static final Duration TIME = Duration.ofMillis(400);

  /** Compiled when it is run: Java 17 knows no virtual threads. */
  private static final String VIRTUAL =
      """
      import java.util.concurrent.*;
      public class Virtual {
        public static void main(String[] args) throws Exception {
          CountDownLatch started = new CountDownLatch(3);
          Runnable task = args[1].equals("loop") ? () -> loop(started) : () -> block(started);
          var pool = Executors.newVirtualThreadPerTaskExecutor();
          for (int i = 0; i < 3; i++) {
            switch (args[0]) {
              case "start" -> Thread.startVirtualThread(task);
              case "builder" -> Thread.ofVirtual().name("virtual").start(task);
              case "unstarted" -> Thread.ofVirtual().unstarted(task).start();
              case "factory" -> Thread.ofVirtual().factory().newThread(task).start();
              case "executor" -> pool.submit(task);
              default -> throw new IllegalArgumentException(args[0]);
            }
          }
          started.await();
          System.out.println("started");
          new CountDownLatch(1).await();
        }
        static void block(CountDownLatch started) {
          started.countDown();
          while (true) {
            try {
              new CountDownLatch(1).await();
            } catch (InterruptedException e) {
              Thread.onSpinWait();
            }
          }
        }
        static void loop(CountDownLatch started) {
          started.countDown();
          try {
            started.await(); // else two of them may leave no carrier to the third
          } catch (InterruptedException e) {
            return;
          }
          long sum = 0;
          while (sum < Long.MAX_VALUE) {
            sum++;
            if (sum % 1000 == 0) Thread.yield();
          }
        }
      }
      """;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "loop",
        "do-loop",
        "nested-loops",
        "switch-loop",
        "recursion",
        "stack-overflow",
        "catches-all",
        "catches-in-loop",
        "finally",
        "synchronized",
        "synchronized-catch",
        "ignores-interrupts",
        "stream",
        "initialiser",
        "constructor",
        "sleep",
        "wait",
        "park",
        "queue",
        "join",
        "threads",
        "pool",
        "own-pool",
        "sub-pool",
        "scheduled-pool",
        "fork-join-pool",
        "busy-pool",
        "timer",
        "common-pool",
        "other-group",
        "accept",
        "receive",
        "read"
      })
  void ends_with_all_its_threads_when_its_time_is_over(String way) throws Exception {
    List<Thread> before = threads();
    Trace trace =
        Tracer.run(EndlessTarget.class, way).calls().maxEvents(1000).timeout(TIME).execute();
    if (!way.equals("fork-join-pool")) { // whose threads are daemons
      assertThat(trace.termination().kind()).isEqualTo(Kind.TIMED_OUT);
    }
    assertThat(trace.unendedThreads()).isEmpty();
    assertThat(trace.notices()).noneMatch(notice -> notice.contains("can't be ended"));
    assertThat(newThreads(before)).isEmpty();
  }

  @Test
  void all_threads_end_when_one_exits() throws Exception {
    List<Thread> before = threads();
    Trace trace = Tracer.run(EndlessTarget.class, "exits-elsewhere").execute();
    assertThat(trace.termination().kind()).isEqualTo(Kind.EXITED);
    assertThat(trace.exitCode()).isEqualTo(3);
    assertThat(trace.unendedThreads()).isEmpty();
    assertThat(newThreads(before)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"start", "builder", "unstarted", "factory", "executor"})
  void virtual_threads_end_too(String way, @TempDir Path temp) throws Exception {
    assumeThat(Runtime.version().feature()).isGreaterThanOrEqualTo(21);
    Path source = Files.writeString(temp.resolve("Virtual.java"), VIRTUAL);
    for (String how : List.of("block", "loop")) {
      Trace trace =
          Tracer.run(source, way, how).captureOutput().timeout(TIME.multipliedBy(20)).execute();
      assertThat(trace.termination().kind()).isEqualTo(Kind.TIMED_OUT);
      assertThat(trace.stdout()).startsWith("started");
      assertThat(trace.termination().stacks())
          .containsPattern("\\(virtual\\):\n(  .*\n)*  Virtual[.]");
      assertThat(trace.stderr()).isEmpty();
      assertThat(trace.unendedThreads()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"deadlock", "lock"})
  void threads_that_nothing_can_end_are_named(String way) throws Exception {
    Trace trace = Tracer.run(StuckTarget.class, way).timeout(TIME).execute();
    assertThat(trace.unendedThreads()).contains("stuck");
    assertThat(trace.termination().unendedThreads()).isEqualTo(trace.unendedThreads());
    assertThat(trace.notices())
        .anyMatch(notice -> notice.startsWith("thread stuck goes on and can't be ended: "));
  }

  /** Those of the common pool stay: they are everybody's. */
  private static List<Thread> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> !thread.getName().startsWith("ForkJoinPool.commonPool"))
        .toList();
  }

  private static List<Thread> newThreads(List<Thread> before) {
    return threads().stream()
        .filter(thread -> !before.contains(thread))
        .filter(thread -> !"system".equals(groupName(thread)))
        .toList();
  }

  private static String groupName(Thread thread) {
    ThreadGroup group = thread.getThreadGroup();
    return group == null ? "" : group.getName();
  }
}
