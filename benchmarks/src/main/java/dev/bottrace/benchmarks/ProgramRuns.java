package dev.bottrace.benchmarks;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures W5. Each program is run from its start to its end, doing its work once: metrics {@code
 * whole-clock} and {@code whole-cpu}, in ms. And it is run in rounds: metrics {@code clock} and
 * {@code thread}, ms a round, and {@code allocated}, bytes of a round for each event of the trace
 * that are not allocated without one.
 */
final class ProgramRuns {
  static final String PLAIN = "F-plain";
  static final String TEXT = "--calls --out FILE";
  static final String COMPACT = "--calls --format compact --out FILE";
  static final String EXCLUDED = "--calls, all excluded";
  static final String ELSEWHERE = "--breakpoint elsewhere";

  /** How far apart two runs of the same are. */
  static final String AGAIN = "F-plain, once more";

  private static final int WARM_UP = 100;
  private static final int ROUNDS = 20;
  private static final int TRACED_ROUNDS = 3;

  private final Jdk jdk;
  private final Path directory;
  private final Path file;
  private final Results results;

  ProgramRuns(Jdk jdk, Path directory, Results results) {
    this.jdk = jdk;
    this.directory = directory;
    this.file = directory.resolve("trace");
    this.results = results;
  }

  /** Lets all ways have one turn. */
  void measure(RealProgram program) throws IOException, InterruptedException {
    whole(program, PLAIN);
    whole(program, TEXT, "--calls");
    whole(program, COMPACT, "--calls", "--format", "compact");
    for (int turn = 0; turn < RatioTable.TURNS_OF_FREE; turn++) {
      steady(program, PLAIN);
      steady(program, EXCLUDED, "--calls", "--exclude", program.scope());
      steady(program, ELSEWHERE, "--breakpoint", "Workload.calls");
      steady(program, AGAIN);
    }
  }

  private void whole(RealProgram program, String run, String... options)
      throws IOException, InterruptedException {
    try {
      ChildProcess.Result result = run(program, 0, 1, options);
      results.add(jdk, program, run, "whole-clock", result.nanos() / 1e6);
      results.add(jdk, program, run, "whole-cpu", result.cpuNanos() / 1e6);
    } catch (ChildProcess.FailedException e) {
      results.fail(jdk, program, run, e.reason());
    } finally {
      Files.deleteIfExists(file);
    }
  }

  /**
   * Checks that one run counts as many calls as its trace has. Not two runs: what a database does
   * depends on time.
   */
  void check(RealProgram program) throws IOException, InterruptedException {
    run(program, 0, 1, "--calls", "--call-counts", "--top", "0");
    long lines = Events.lines(file);
    long counted = 0;
    long rows = 0;
    try (BufferedReader reader = Files.newBufferedReader(file)) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        long calls = Events.count(line);
        counted += calls;
        rows += calls == 0 ? 0 : 1;
      }
    }
    Files.delete(file);
    long events = lines - rows - 1; // the title of the counts
    if (2 * counted != events) {
      throw new IllegalStateException(
          program + ": " + counted + " calls, but " + events + " events");
    }
  }

  private void steady(RealProgram program, String run, String... options)
      throws IOException, InterruptedException {
    ChildProcess.Result result = run(program, WARM_UP, ROUNDS, options);
    for (String metric : List.of("clock", "thread")) {
      double millis = ChildProcess.medianOf(result.numbers(metric)) / 1e6;
      results.add(jdk, program, run, metric, millis);
    }
    Files.deleteIfExists(file);
  }

  /**
   * Measures what is allocated for an event. The JIT compiler must not leave out allocations of the
   * program: which ones it can depends on what else a method does.
   */
  void measureAllocation(RealProgram program) throws IOException, InterruptedException {
    List<String> jvmOptions = new ArrayList<>(program.jvmOptions());
    jvmOptions.add("-XX:-DoEscapeAnalysis");
    ChildProcess.Result plain = run(program, jvmOptions, 1, TRACED_ROUNDS);
    ChildProcess.Result traced = run(program, jvmOptions, 1, TRACED_ROUNDS, "--calls");
    double events = (double) Events.lines(file) / (1 + TRACED_ROUNDS);
    Files.delete(file);
    double more = traced.number("allocated") - plain.number("allocated");
    results.add(jdk, program, TEXT, "allocated", more / events);
  }

  private ChildProcess.Result run(RealProgram program, int warmUp, int rounds, String... options)
      throws IOException, InterruptedException {
    return run(program, program.jvmOptions(), warmUp, rounds, options);
  }

  private ChildProcess.Result run(
      RealProgram program, List<String> jvmOptions, int warmUp, int rounds, String... options)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    if (options.length == 0) {
      command.add(ChildProcess.java(jdk.home()));
      command.addAll(jvmOptions);
    } else {
      command.addAll(List.of(ChildProcess.launcher(), "run"));
      jvmOptions.forEach(option -> command.add("-J" + option));
      command.addAll(
          options[0].equals("--breakpoint")
              ? List.of("--json-out", file.toString())
              : List.of("--include", program.scope(), "--out", file.toString()));
      command.addAll(List.of(options));
    }
    command.addAll(
        List.of(
            "-cp",
            program.jar() + File.pathSeparator + Variant.classPath(),
            RealProgramMain.class.getName(),
            program.name(),
            Integer.toString(warmUp),
            Integer.toString(rounds),
            program.input(directory).toString()));
    return ChildProcess.run(jdk.home(), Path.of("/dev/null"), command);
  }
}
