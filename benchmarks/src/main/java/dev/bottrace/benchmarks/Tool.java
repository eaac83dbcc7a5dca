package dev.bottrace.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Another program that counts or traces calls. */
abstract class Tool implements Way {
  private static final int CALLS_PER_ROUND = 600_000;

  private final String title;
  private final int eventsPerCall;

  /**
   * Makes a tool.
   *
   * @param title what the table calls it
   * @param eventsPerCall 0 if it counts
   */
  Tool(String title, int eventsPerCall) {
    this.title = title;
    this.eventsPerCall = eventsPerCall;
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
    return CALLS_PER_ROUND;
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
    return isTrace() ? Events.lines(file) : result.number("calls");
  }
}
