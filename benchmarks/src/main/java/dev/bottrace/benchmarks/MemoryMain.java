package dev.bottrace.benchmarks;

import dev.bottrace.Tracer;
import dev.bottrace.trace.CallCount;
import dev.bottrace.trace.Trace;
import dev.bottrace.trace.TraceEventSink;
import dev.bottrace.trace.TracedMethod;
import dev.bottrace.trace.TracedThread;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Runs {@link WorkloadMain} by {@code execute()}, which keeps its events in memory. Arguments: how
 * many events at most, then those of the workload. Says on standard error how many there were, and
 * how many bytes of the heap hold a thousand of them.
 */
public final class MemoryMain {
  private MemoryMain() {}

  /**
   * Runs a workload.
   *
   * @param arguments as above
   * @throws Exception if it could not be run
   */
  public static void main(String[] arguments) throws Exception {
    String[] rest = Arrays.copyOfRange(arguments, 1, arguments.length);
    long before = heap();
    Trace trace =
        Tracer.run(WorkloadMain.class, rest)
            .include("dev.bottrace.benchmarks.workload")
            .calls()
            .maxEvents(Long.parseLong(arguments[0]))
            .execute();
    long held = heap() - before;
    Counting events = new Counting();
    trace.replay(events);
    System.err.println("events " + events.count);
    System.err.println("held " + 1000 * held / events.count);
  }

  private static long heap() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  private static final class Counting implements TraceEventSink {
    private long count;

    @Override
    public void call(
        TracedMethod method,
        TracedThread thread,
        int depth,
        java.util.List<dev.bottrace.trace.Argument> arguments) {
      count++;
    }

    @Override
    public void returned(
        TracedMethod method,
        TracedThread thread,
        int depth,
        @Nullable String thrown,
        @Nullable String value) {
      count++;
    }

    @Override
    public void counts(Iterable<CallCount> counts) {}

    @Override
    public void flush() {}
  }
}
