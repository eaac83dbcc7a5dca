package dev.bottrace.benchmarks;

import dev.bottrace.Recording;
import dev.bottrace.Tracer;

/**
 * Runs {@link WorkloadMain} in classes that a recording has had its probes in, and has put back.
 * The arguments are those of the workload; the JVM needs an agent.
 */
public final class StoppedMain {
  private static final int LAST = 1000;

  private StoppedMain() {}

  /**
   * Runs a workload, a tenth of a round of it recorded, and then all of it.
   *
   * @param arguments as above
   */
  public static void main(String[] arguments) {
    int times = Math.max(1, Integer.parseInt(arguments[1]) / 10);
    try (Recording recording = Tracer.include(Variant.PACKAGE).calls().keepLast(LAST).start()) {
      WorkloadMain.run(Workload.valueOf(arguments[0]), times);
      if (!recording.stop().called(Variant.PACKAGE + "..")) {
        throw new IllegalStateException("nothing was recorded");
      }
    }
    WorkloadMain.main(arguments);
  }
}
