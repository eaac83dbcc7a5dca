package dev.bottrace.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Another program that counts or traces calls. */
abstract class Tool implements Way {
  /** The titles of those that count. */
  static final List<String> COUNTING =
      List.of(
          AspectJ.COUNT_TITLE,
          BTrace.COUNT_TITLE,
          FlightRecorder.COUNT_TITLE,
          Byteman.COUNT_TITLE,
          Arthas.COUNT_TITLE);

  /** The titles of those that trace. */
  static final List<String> TRACING =
      List.of(
          AspectJ.TRACE_TITLE,
          FlightRecorder.TRACE_TITLE,
          Kieker.TITLE,
          BTrace.TRACE_TITLE,
          OpenTelemetry.TITLE,
          Byteman.TRACE_TITLE,
          AppMap.TITLE,
          Arthas.TRACE_TITLE,
          Debugger.TITLE);

  private static final int CALLS_PER_ROUND = 600_000;
  private static final int CALLS_OF_SLOW = 100_000;
  private static final int SLOW_WARM_UP = 15;

  private final String title;
  private final int eventsPerCall;
  private final boolean isSlow;

  /**
   * Makes a tool.
   *
   * @param title what the table calls it
   * @param eventsPerCall 0 if it counts
   * @param isSlow whether fewer calls are enough
   */
  Tool(String title, int eventsPerCall, boolean isSlow) {
    this.title = title;
    this.eventsPerCall = eventsPerCall;
    this.isSlow = isSlow;
  }

  @Override
  public final String title() {
    return title;
  }

  /** Whether it traces; otherwise it counts. */
  final boolean isTrace() {
    return eventsPerCall != 0;
  }

  @Override
  public int callsPerRound() {
    return isSlow ? CALLS_OF_SLOW : CALLS_PER_ROUND;
  }

  /** Those that take microseconds are not to take hours: what they do is soon compiled. */
  @Override
  public int warmUp(Workload workload) {
    return isSlow ? SLOW_WARM_UP : Way.warmUp(workload, CALLS_PER_ROUND);
  }

  @Override
  public final long expected(long calls) {
    return Math.max(1, eventsPerCall) * calls;
  }

  @Override
  public final boolean isExact() {
    return false;
  }

  @Override
  public List<String> command(Jdk jdk, Path file, List<String> workload, long events) {
    List<String> command = new ArrayList<>();
    command.add(ChildProcess.java(jdk.home()));
    command.addAll(options(file));
    command.addAll(List.of("-cp", classPath() + Variant.classPath()));
    command.add(WorkloadMain.class.getName());
    command.addAll(workload);
    return command;
  }

  /** Returns options of the JVM. */
  abstract List<String> options(Path file);

  /** Returns what comes before the workload on the class path, and a separator. */
  String classPath() {
    return "";
  }

  /** Returns how many events it has written; one that counts says so on standard error. */
  @Override
  public long events(Jdk jdk, ChildProcess.Result result, Path file)
      throws IOException, InterruptedException {
    if (isTrace()) {
      return Files.exists(file) ? Events.lines(result, file) : 0;
    }
    return result.sum("calls");
  }
}
