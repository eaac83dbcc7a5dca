package dev.bottrace.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Measures calls in whole processes, and prints a table. All ways to run a workload take turns, so
 * that whatever else the machine does strikes them alike; a ratio is the median of the ratios
 * within each turn.
 *
 * <p>Arguments: how many turns (5), homes of JDKs (the one that runs this).
 */
public final class RatioTable {
  private static final int WARM_UP = 15;
  private static final int ROUNDS = 10;

  private static final String TITLES =
      """
      | workload | run | CPU | to its floor | clock | to its floor |
      |---|---|---:|---:|---:|---:|""";

  private final Path javaHome;
  private final Workload workload;
  private final Path file;
  private final Map<Variant, List<Double>> clock = new EnumMap<>(Variant.class);
  private final Map<Variant, List<Double>> cpu = new EnumMap<>(Variant.class);
  private double callsPerRepetition;

  private RatioTable(Path javaHome, Workload workload, Path directory) {
    this.javaHome = javaHome;
    this.workload = workload;
    this.file = directory.resolve("trace");
  }

  /**
   * Prints the table.
   *
   * @param arguments as above
   * @throws Exception if a run failed, or a number was not the one expected
   */
  public static void main(String[] arguments) throws Exception {
    int turns = arguments.length == 0 ? 5 : Integer.parseInt(arguments[0]);
    Path directory = ChildProcess.directory();
    try {
      for (Path javaHome : javaHomes(arguments)) {
        System.out.printf("%nJDK in %s, ns per call, median of %d turns%n", name(javaHome), turns);
        System.out.println(TITLES);
        for (Workload workload : Workload.values()) {
          new RatioTable(javaHome, workload, directory).measure(turns);
        }
      }
    } finally {
      Files.deleteIfExists(directory.resolve("trace"));
      Files.delete(directory);
    }
  }

  static List<Path> javaHomes(String... arguments) {
    List<Path> homes = new ArrayList<>();
    for (int i = 1; i < arguments.length; i++) {
      homes.add(Path.of(arguments[i]));
    }
    return homes.isEmpty() ? List.of(Path.of(System.getProperty("java.home"))) : homes;
  }

  static String name(Path javaHome) {
    return String.valueOf(javaHome.getFileName());
  }

  private void measure(int turns) throws IOException, InterruptedException {
    countCalls();
    for (int turn = 0; turn < turns; turn++) {
      for (Variant variant : Variant.values()) {
        measure(variant);
      }
    }
    for (Variant variant : Variant.values()) {
      System.out.printf(
          "| %s | %s | %s | %s |%n",
          workload, variant.title(), cells(cpu, variant), cells(clock, variant));
    }
  }

  private static String cells(Map<Variant, List<Double>> nanos, Variant variant) {
    List<Double> ours = nanos.getOrDefault(variant, List.of());
    Variant floor = variant.floor();
    String ratio = "";
    if (floor != null) {
      List<Double> ratios = new ArrayList<>();
      List<Double> floors = nanos.getOrDefault(floor, List.of());
      for (int i = 0; i < ours.size(); i++) {
        ratios.add(ours.get(i) / floors.get(i));
      }
      ratio = String.format(Locale.ROOT, "%.2f", ChildProcess.median(ratios));
    }
    return String.format(Locale.ROOT, "%.1f | %s", ChildProcess.median(ours), ratio);
  }

  /** Lets F-count find out what a repetition has in calls, besides the one call of each round. */
  private void countCalls() throws IOException, InterruptedException {
    long once = calls(1);
    long thrice = calls(3);
    callsPerRepetition = (thrice - once) / 2.0;
    check("calls of a repetition", workload.calls(), workload.calls() == 0 ? 0 : thrice - once, 2);
  }

  private long calls(int repetitions) throws IOException, InterruptedException {
    List<String> arguments = List.of(workload.name(), Integer.toString(repetitions), "0", "1");
    return run(Variant.COUNT_FLOOR, arguments, 0).numbers("calls").get(0);
  }

  private ChildProcess.Result run(Variant variant, List<String> arguments, long events)
      throws IOException, InterruptedException {
    Path nowhere = Path.of("/dev/null");
    return ChildProcess.run(javaHome, nowhere, variant.command(javaHome, file, arguments, events));
  }

  private void measure(Variant variant) throws IOException, InterruptedException {
    int repetitions = (int) Math.max(1, variant.callsPerRound() / callsPerRepetition);
    int rounds = WARM_UP + ROUNDS;
    List<String> arguments =
        List.of(
            workload.name(),
            Integer.toString(repetitions),
            Integer.toString(WARM_UP),
            Integer.toString(ROUNDS));
    long most = (long) (4 * rounds * repetitions * callsPerRepetition);
    ChildProcess.Result result = run(variant, arguments, most);
    checkExactness(variant, result, arguments);
    double calls = repetitions * callsPerRepetition;
    add(clock, variant, result.numbers("clock"), calls);
    add(cpu, variant, result.numbers("cpu"), calls);
  }

  private static void add(
      Map<Variant, List<Double>> all, Variant variant, List<Long> rounds, double calls) {
    List<Double> nanos = new ArrayList<>();
    for (long round : rounds) {
      nanos.add(round / calls);
    }
    all.computeIfAbsent(variant, key -> new ArrayList<>()).add(ChildProcess.median(nanos));
  }

  /** Compares what was counted or written with what F-count counts in the same run. */
  private void checkExactness(Variant variant, ChildProcess.Result result, List<String> arguments)
      throws IOException, InterruptedException {
    switch (variant) {
      case COUNTS -> check(variant.title(), countedByFloor(arguments), sumOfCounts(), 1);
      case TEXT -> check(variant.title(), countedByFloor(arguments), lines(), 2);
      case MEMORY ->
          check(variant.title(), countedByFloor(arguments), result.numbers("events").get(0), 2);
      default -> {}
    }
    Files.deleteIfExists(file);
  }

  private long countedByFloor(List<String> arguments) throws IOException, InterruptedException {
    return run(Variant.COUNT_FLOOR, arguments, 0).numbers("calls").get(0);
  }

  private void check(String what, long calls, long events, int eventsPerCall) {
    if (calls * eventsPerCall != events) {
      throw new IllegalStateException(
          workload + " " + what + ": " + calls + " calls, but " + events + " events");
    }
  }

  private long sumOfCounts() throws IOException {
    long sum = 0;
    for (String line : Files.readAllLines(file)) {
      String[] words = line.trim().split(" ", 3);
      if (words.length == 3 && words[1].equals("calls")) {
        sum += Long.parseLong(words[0]);
      }
    }
    return sum;
  }

  private long lines() throws IOException {
    long lines = 0;
    byte[] bytes = new byte[1 << 16];
    try (InputStream in = Files.newInputStream(file)) {
      for (int size = in.read(bytes); size >= 0; size = in.read(bytes)) {
        for (int i = 0; i < size; i++) {
          lines += bytes[i] == '\n' ? 1 : 0;
        }
      }
    }
    return lines;
  }
}
