package dev.bottrace.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/**
 * Waits until no thread of this process has anything to do: the JIT has compiled what was hot, and
 * what was to be written is in the file. Otherwise the JIT would take a CPU for seconds of what is
 * measured, however many calls come before.
 */
final class Quiet {
  private static final OperatingSystemMXBean CPU =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private static final long STEP_MILLIS = 50;

  /** More than one tick of the clock that CPU time is told in, less than a thread takes. */
  private static final long BUSY_NANOS = 20_000_000;

  /** All steps there may be, 20 s: there are tools whose threads are never quiet. */
  private static final int MOST_STEPS = 400;

  private static int steps;

  private Quiet() {}

  static void await() {
    long before;
    do {
      before = CPU.getProcessCpuTime();
      try {
        Thread.sleep(STEP_MILLIS);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    } while (CPU.getProcessCpuTime() - before > BUSY_NANOS && ++steps < MOST_STEPS);
  }
}
