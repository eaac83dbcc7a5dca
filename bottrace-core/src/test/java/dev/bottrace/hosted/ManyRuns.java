package dev.bottrace.hosted;

import dev.bottrace.Tracer;
import dev.bottrace.hosted.target.EndlessTarget;
import dev.bottrace.hosted.target.StateTarget;
import dev.bottrace.trace.Trace;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.List;

/** Runs programs one after the other, and says what they leave behind. */
final class ManyRuns {
  private static final List<List<String>> PROGRAMS =
      List.of(
          program(StateTarget.class, "streams"),
          program(StateTarget.class, "properties"),
          program(StateTarget.class, "locale"),
          program(StateTarget.class, "handler"),
          program(StateTarget.class, "hooks-and-exit"),
          program(StateTarget.class, "security"),
          program(StateTarget.class, "driver"),
          program(StateTarget.class, "network"),
          program(StateTarget.class, "common-pool"),
          program(StateTarget.class, "throw"),
          program(StateTarget.class, "reflective-exit"),
          program(StateTarget.class, "handle-exit"),
          program(EndlessTarget.class, "pool"),
          program(EndlessTarget.class, "timer"),
          program(EndlessTarget.class, "threads"),
          program(EndlessTarget.class, "loop"),
          program(EndlessTarget.class, "exits-elsewhere"));

  private ManyRuns() {}

  private static List<String> program(Class<?> mainClass, String way) {
    return List.of(mainClass.getName(), way);
  }

  /**
   * Prints for each tenth of the runs how many classes and threads there are after it.
   *
   * @param args how many runs
   */
  public static void main(String[] args) throws Exception {
    int runs = Integer.parseInt(args[0]);
    PrintStream out = System.out;
    for (int i = 1; i <= runs; i++) {
      List<String> program = PROGRAMS.get(i % PROGRAMS.size());
      Trace trace =
          Tracer.run(program.get(0), program.get(1))
              .calls()
              .callCounts()
              .maxEvents(1000)
              .captureOutput()
              .timeout(Duration.ofMillis(program.get(0).contains("Endless") ? 100 : 20_000))
              .execute();
      if (!trace.unendedThreads().isEmpty()) {
        out.println("unended " + program + " " + trace.notices());
      }
      if (i % (runs / 10) == 0) {
        collect();
        out.println(
            "after "
                + i
                + " classes "
                + ManagementFactory.getClassLoadingMXBean().getLoadedClassCount()
                + " threads "
                + Thread.getAllStackTraces().size());
      }
    }
  }

  /**
   * More than once: what is finalised or cleaned holds others, and threads that end take a while.
   */
  private static void collect() throws InterruptedException {
    for (int i = 0; i < 5; i++) {
      WeakReference<Object> canary = new WeakReference<>(new Object());
      while (canary.get() != null) {
        System.gc();
      }
      Thread.sleep(20);
    }
  }
}
