package dev.bottrace.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * Repeats something, and writes to standard error what it took: {@code clock}, nanoseconds of each
 * measured round; {@code thread}, what each took of the CPU in the thread that runs it; {@code
 * cpu}, what they took in all threads of the process, in the mean; {@code allocated}, bytes, of all
 * threads that are there before and after them, in the mean too.
 */
final class Rounds {
  private static final OperatingSystemMXBean CPU =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  private static final ThreadMXBean THREADS =
      ManagementFactory.getPlatformMXBean(ThreadMXBean.class);

  /** How often warm-up waits for the JIT, about: what it has compiled lets more be compiled. */
  private static final int QUIET_TIMES = 20;

  private Rounds() {}

  static void run(LongSupplier round, int warmUp, int rounds) {
    run(round, warmUp, rounds, () -> {});
  }

  /** Does something else after each round of warm-up. */
  static void run(LongSupplier round, int warmUp, int rounds, Runnable between) {
    long sum = 0;
    StringBuilder report = new StringBuilder();
    int step = Math.max(1, warmUp / QUIET_TIMES);
    for (int i = 1; i <= warmUp; i++) {
      sum += round.getAsLong();
      between.run();
      if (i % step == 0) {
        Quiet.await();
      }
    }
    long allocated = allocated();
    long cpu = CPU.getProcessCpuTime();
    for (int i = 0; i < rounds; i++) {
      long thread = THREADS.getCurrentThreadCpuTime();
      long start = System.nanoTime();
      sum += round.getAsLong();
      report.append("clock ").append(System.nanoTime() - start).append('\n');
      report.append("thread ").append(THREADS.getCurrentThreadCpuTime() - thread).append('\n');
    }
    report.append("cpu ").append((CPU.getProcessCpuTime() - cpu) / rounds).append('\n');
    report.append("allocated ").append((allocated() - allocated) / rounds).append('\n');
    System.err.print(report);
    System.err.printf(Locale.ROOT, "result %d%n", sum);
  }

  private static long allocated() {
    long sum = 0;
    for (long bytes : THREADS.getThreadAllocatedBytes(THREADS.getAllThreadIds())) {
      sum += Math.max(0, bytes);
    }
    return sum;
  }
}
