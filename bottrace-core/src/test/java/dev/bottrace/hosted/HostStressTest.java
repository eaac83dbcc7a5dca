package dev.bottrace.hosted;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bottrace.Tracer;
import dev.bottrace.hosted.target.StressTarget;
import dev.bottrace.trace.CallCount;
import dev.bottrace.trace.Termination.Kind;
import dev.bottrace.trace.Trace;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Eight threads of a host, each running one program after the other that exits, crashes, times out
 * and leaks threads, for {@code bottrace.stress.seconds}.
 */
@Tag("slow")
class HostStressTest {
  private static final long SECONDS = Long.getLong("bottrace.stress.seconds", 60);
  private static final List<String> WAYS =
      List.of("return", "exit", "halt", "crash", "exit-in-thread", "time-out");

  @Test
  void the_host_is_the_same_before_and_after_and_no_event_is_in_the_wrong_trace() throws Exception {
    assertEnds(0, "return", run(0, "return")); // loads what the JDK loads once
    HostState before = HostState.now();
    Set<Thread> threads = Thread.getAllStackTraces().keySet();
    int runs = runInEightThreads();

    assertThat(HostState.now()).isEqualTo(before);
    assertThat(Thread.getAllStackTraces().keySet())
        .filteredOn(thread -> !threads.contains(thread))
        .extracting(Thread::getName)
        .doesNotContain("main", "stress");
    print("%d runs in %d s%n", runs, SECONDS);
    assertThat(runs).isGreaterThan(8);
  }

  private static int runInEightThreads() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(8);
    try {
      long end = System.nanoTime() + SECONDS * 1_000_000_000;
      List<Future<Integer>> counts = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        int number = i;
        counts.add(pool.submit(() -> runUntil(end, number)));
      }
      int runs = 0;
      for (Future<Integer> count : counts) {
        runs += count.get();
      }
      return runs;
    } finally {
      pool.shutdownNow();
    }
  }

  private static int runUntil(long end, int number) throws Exception {
    Random random = new Random(number);
    int runs = 0;
    while (System.nanoTime() < end) {
      String way = WAYS.get(random.nextInt(WAYS.size()));
      assertEnds(number, way, run(number, way));
      runs++;
    }
    return runs;
  }

  private static Trace run(int number, String way) throws Exception {
    Duration time = way.equals("time-out") ? Duration.ofSeconds(1) : Duration.ofMinutes(5);
    return Tracer.run(StressTarget.class, String.valueOf(number), way)
        .calls()
        .callCounts()
        .maxEvents(100_000)
        .captureOutput()
        .timeout(time)
        .execute();
  }

  private static void assertEnds(int number, String way, Trace trace) {
    Kind kind =
        switch (way) {
          case "return" -> Kind.RETURNED;
          case "crash" -> Kind.UNCAUGHT;
          case "time-out" -> Kind.TIMED_OUT;
          default -> Kind.EXITED;
        };
    assertThat(trace.termination().kind()).isEqualTo(kind);
    if (kind == Kind.EXITED) {
      assertThat(trace.exitCode()).isEqualTo(number);
    }
    assertThat(trace.unendedThreads()).isEmpty();
    if (kind != Kind.TIMED_OUT || !trace.stdout().isEmpty()) { // it may have had no time at all
      assertOutput(number, way, trace);
    }
    Set<String> methods =
        trace.callCounts().stream()
            .map(CallCount::method)
            .map(method -> method.name())
            .filter(name -> name.startsWith("number"))
            .collect(Collectors.toSet());
    assertThat(methods).isSubsetOf("number" + number);
    assertThat(trace.notices()).noneMatch(notice -> notice.contains("stopped"));
  }

  private static void assertOutput(int number, String way, Trace trace) {
    String hook = way.equals("halt") || way.equals("time-out") ? "" : "hook " + number + "\n";
    assertThat(trace.stdout()).isEqualTo("main " + number + "\n" + hook);
    String crash = "Exception in thread \"main\" java.lang.IllegalStateException: crash " + number;
    if (way.equals("crash")) {
      assertThat(trace.stderr()).startsWith(crash);
    } else {
      assertThat(trace.stderr()).isEmpty();
    }
  }

  @SuppressWarnings("SystemOut") // a figure for whoever runs it
  private static void print(String format, Object... arguments) {
    PrintStream out = System.out;
    out.printf(format, arguments);
  }
}
