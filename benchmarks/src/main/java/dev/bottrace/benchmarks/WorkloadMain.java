package dev.bottrace.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import dev.bottrace.benchmarks.workload.Chain;
import dev.bottrace.benchmarks.workload.Fibonacci;
import dev.bottrace.benchmarks.workload.Formulas;
import java.lang.management.ManagementFactory;
import java.util.Locale;

/**
 * The program that is run as a whole process. Arguments: the workload, how often it is repeated in
 * a round, rounds of warm-up, rounds that are measured. Writes to standard error what each of the
 * latter took by the clock, and what all took of the CPU in the mean.
 */
public final class WorkloadMain {
  private static final OperatingSystemMXBean CPU =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private WorkloadMain() {}

  /**
   * Runs a workload.
   *
   * @param arguments as above
   */
  public static void main(String[] arguments) {
    Workload workload = Workload.valueOf(arguments[0]);
    int times = Integer.parseInt(arguments[1]);
    int warmUp = Integer.parseInt(arguments[2]);
    int rounds = Integer.parseInt(arguments[3]);
    long sum = 0;
    StringBuilder report = new StringBuilder();
    for (int i = 0; i < warmUp; i++) {
      sum += run(workload, times);
    }
    long cpu = CPU.getProcessCpuTime();
    for (int i = 0; i < rounds; i++) {
      long start = System.nanoTime();
      sum += run(workload, times);
      report.append("clock ").append(System.nanoTime() - start).append('\n');
    }
    report.append("cpu ").append((CPU.getProcessCpuTime() - cpu) / rounds).append('\n');
    System.err.print(report);
    System.err.printf(Locale.ROOT, "result %d%n", sum);
  }

  private static long run(Workload workload, int times) {
    return switch (workload) {
      case W1 -> Chain.run(times);
      case W2 -> Fibonacci.run(times);
      case W3 -> Formulas.run(times);
    };
  }
}
