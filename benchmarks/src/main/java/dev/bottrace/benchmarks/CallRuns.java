package dev.bottrace.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Measures calls in whole processes. All ways to run a workload take turns, so that whatever else
 * the machine does strikes them alike.
 *
 * <p>Metrics, in ns per call: {@code clock}; {@code cpu}, of the whole process; {@code thread}, of
 * the main thread alone, where that runs the workload. And {@code held}, bytes of the heap per
 * event, where they are held.
 */
final class CallRuns {
  private static final double NEGLIGIBLE = 0.001;

  /** What a file has that is cut while it grows, at most; about. */
  private static final long CUT_BYTES = 1L << 30;

  private final Jdk jdk;
  private final Path file;
  private final Results results;
  private final Map<List<String>, Long> counted = new HashMap<>();
  private final Set<String> failed = new HashSet<>();

  CallRuns(Jdk jdk, Path directory, Results results) {
    this.jdk = jdk;
    this.file = directory.resolve("trace");
    this.results = results;
  }

  /** Lets all ways have one turn. */
  void measure(Workload workload, Iterable<? extends Way> ways)
      throws IOException, InterruptedException {
    for (Way way : ways) {
      if (!failed.contains(workload + way.title())) {
        measure(workload, way);
      }
    }
  }

  private void measure(Workload workload, Way way) throws IOException, InterruptedException {
    try {
      double calls = callsPerRepetition(workload);
      long repetitions = Math.max(1, (long) (way.callsPerRound() / calls));
      List<String> arguments = arguments(workload, repetitions, way.warmUp(workload), way.rounds());
      long made = way.dependsOnCalls() ? counted(arguments) : 0;
      long expected = way.expected(made);
      if (way.canBeCut()) {
        arguments.add(file.toString());
      }
      List<String> command = way.command(jdk, file, arguments, 4 * made);
      long bytes = way.bytesPerEvent() * 2L * made;
      Memory.touch(file, way.canBeCut() ? Math.min(bytes, CUT_BYTES) : bytes);
      ChildProcess.Result result = ChildProcess.run(jdk.home(), Path.of("/dev/null"), command);
      long events = way.events(jdk, result, file);
      if (events <= 0 && expected > 0 && !way.isExact()) {
        fail(workload, way, "does not work: no events");
        return;
      }
      check(workload, way, expected, events);
      add(workload, way, result, repetitions * calls);
    } catch (ChildProcess.FailedException e) {
      fail(workload, way, e.reason());
    } finally {
      Files.deleteIfExists(file);
      way.cleanUp();
    }
  }

  private void fail(Workload workload, Way way, String reason) {
    failed.add(workload + way.title());
    results.fail(jdk, workload, way.title(), reason);
  }

  private void add(Workload workload, Way way, ChildProcess.Result result, double calls) {
    double clock = ChildProcess.medianOf(result.numbers("clock"));
    results.add(jdk, workload, way.title(), "clock", clock * workload.copies() / calls);
    results.add(jdk, workload, way.title(), "cpu", result.number("cpu") / calls);
    if (workload.threads() == 0) {
      double thread = ChildProcess.medianOf(result.numbers("thread"));
      results.add(jdk, workload, way.title(), "thread", thread / calls);
    }
    for (long held : result.numbers("held")) {
      results.add(jdk, workload, way.title(), "held", held / 1000.0);
    }
  }

  private void check(Workload workload, Way way, long expected, long events) {
    if (expected == Way.UNKNOWN || expected == events) {
      return;
    }
    if (way.isExact()) {
      throw new IllegalStateException(
          workload + ", " + way.title() + ": " + events + " events instead of " + expected);
    }
    double percent = 100.0 * (events - expected) / expected;
    if (Math.abs(percent) > NEGLIGIBLE) { // not one initializer more or less
      String note = String.format(Locale.ROOT, "%+.1f %% events", percent);
      results.note(jdk, workload, way.title(), note);
    }
  }

  /** Lets F-count find out what a repetition has in calls, in all threads. */
  private double callsPerRepetition(Workload workload) throws IOException, InterruptedException {
    long once = counted(arguments(workload, 1, 0, 1));
    long thrice = counted(arguments(workload, 3, 0, 1));
    double calls = (thrice - once) / 2.0;
    if (workload.calls() != 0 && workload.calls() * workload.copies() != calls) {
      throw new IllegalStateException(workload + " makes " + calls + " calls");
    }
    return calls;
  }

  private long counted(List<String> arguments) throws IOException, InterruptedException {
    Long known = counted.get(arguments);
    if (known == null) {
      List<String> command = Variant.COUNT_FLOOR.command(jdk, file, arguments, 0);
      known = ChildProcess.run(jdk.home(), Path.of("/dev/null"), command).number("calls");
      counted.put(List.copyOf(arguments), known);
    }
    return known;
  }

  private static List<String> arguments(
      Workload workload, long repetitions, int warmUp, int rounds) {
    return new ArrayList<>(
        List.of(
            workload.name(),
            Long.toString(repetitions),
            Integer.toString(warmUp),
            Integer.toString(rounds)));
  }
}
