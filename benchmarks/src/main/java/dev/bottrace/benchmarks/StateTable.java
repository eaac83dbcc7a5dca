package dev.bottrace.benchmarks;

import dev.bottrace.benchmarks.workload.Failures;
import dev.bottrace.benchmarks.workload.HotLine;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Measures snapshots at a hot line, next to a debugger that takes the same ones, and exceptions
 * that are caught while variables are followed, in whole processes that take turns; prints tables.
 *
 * <p>Arguments: how many turns (5), homes of JDKs (the one that runs this).
 */
public final class StateTable {
  private static final int HITS = 50_000;
  private static final int DEBUGGER_HITS = 1_000;
  private static final int EXCEPTIONS = 100_000;
  private static final int WARM_UP = 5;
  private static final int ROUNDS = 10;

  private static final String DEBUGGER = "debugger";

  private final Path javaHome;
  private final Path file;
  private final Map<String, List<Double>> rates = new LinkedHashMap<>();
  private final Map<String, List<Double>> failures = new LinkedHashMap<>();
  private final Map<String, List<String>> heaps = new LinkedHashMap<>();

  private String first = "";

  private StateTable(Path javaHome, Path directory) {
    this.javaHome = javaHome;
    this.file = directory.resolve("trace");
  }

  /**
   * Prints the tables.
   *
   * @param arguments as above
   * @throws Exception if a run failed, or a number was not the one expected
   */
  public static void main(String[] arguments) throws Exception {
    int turns = arguments.length == 0 ? 5 : Integer.parseInt(arguments[0]);
    Path directory = ChildProcess.directory();
    try {
      for (Path javaHome : RatioTable.javaHomes(arguments)) {
        System.out.printf("%nJDK in %s, median of %d turns%n", RatioTable.name(javaHome), turns);
        StateTable table = new StateTable(javaHome, directory);
        for (int turn = 0; turn < turns; turn++) {
          table.measureSnapshots();
          table.measureFailures();
        }
        table.print();
      }
    } finally {
      Files.deleteIfExists(directory.resolve("trace"));
      Files.delete(directory);
    }
  }

  private void measureSnapshots() throws Exception {
    int line = line();
    measureSnapshots("--breakpoint", "snapshots", line);
    measureSnapshots("--breakpoint --locals", "snapshots-locals", line);
    try (RewindingFile out = new RewindingFile(file)) {
      SnapshotJson json = new SnapshotJson(out);
      List<String> errors =
          new DebuggerClient(HotLine.class, line, json).run(javaHome, rounds(DEBUGGER_HITS));
      add(DEBUGGER, new ChildProcess.Result(0, errors), DEBUGGER_HITS, json.snapshots());
    }
    checkFirst(DEBUGGER);
    Files.delete(file);
  }

  private void measureSnapshots(String title, String mode, int line) throws Exception {
    ChildProcess.Result result = traced(mode, Integer.toString(line), rounds(HITS));
    add(title, result, HITS, result.numbers("snapshots").get(0));
    if (mode.equals("snapshots")) {
      checkFirst(title);
    }
    Files.delete(file);
  }

  private void add(String title, ChildProcess.Result result, int hits, long snapshots) {
    check(title, (long) (WARM_UP + ROUNDS) * hits, snapshots);
    rates.computeIfAbsent(title, key -> new ArrayList<>()).add(hits / (medianClock(result) / 1e9));
  }

  /** All that took snapshots must have seen the same at the first hit. */
  private void checkFirst(String title) throws IOException {
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      String line =
          String.valueOf(lines.readLine())
              .replaceFirst("\"timestamp\":[^,]*,", "")
              .replaceFirst(",\\{\"function\":\"StateMain.main\"[^}]*}", "");
      if (first.isEmpty()) {
        first = line;
      } else if (!first.equals(line)) {
        throw new IllegalStateException(title + ": not " + first + "\nbut " + line);
      }
    }
  }

  private void measureFailures() throws Exception {
    List<String> rounds = rounds(EXCEPTIONS);
    List<String> plain = new ArrayList<>(java("-Xmx64m"));
    plain.add(Failures.class.getName());
    plain.addAll(rounds);
    add("plain", ChildProcess.run(javaHome, Path.of("/dev/null"), plain));
    ChildProcess.Result traced = traced("exceptions", "0", rounds);
    check("uncaught exceptions", 1, traced.numbers("exceptions").get(0));
    add("--on-exception snapshot --locals", traced);
  }

  private void add(String title, ChildProcess.Result result) {
    failures.computeIfAbsent(title, key -> new ArrayList<>()).add(medianClock(result) / EXCEPTIONS);
    List<Long> heap = result.numbers("heap");
    heaps
        .computeIfAbsent(title, key -> new ArrayList<>())
        .add((heap.get(0) >> 10) + " to " + (Collections.max(heap) >> 10));
  }

  private static double medianClock(ChildProcess.Result result) {
    List<Double> nanos = new ArrayList<>();
    result.numbers("clock").forEach(number -> nanos.add((double) number));
    return ChildProcess.median(nanos);
  }

  private static List<String> rounds(int times) {
    return List.of(Integer.toString(times), Integer.toString(WARM_UP), Integer.toString(ROUNDS));
  }

  private ChildProcess.Result traced(String mode, String line, List<String> rounds)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(java("-Xmx64m"));
    command.addAll(List.of(StateMain.class.getName(), mode, line, file.toString()));
    command.addAll(rounds);
    return ChildProcess.run(javaHome, Path.of("/dev/null"), command);
  }

  private List<String> java(String option) {
    String classPath = System.getProperty("java.class.path");
    return List.of(ChildProcess.java(javaHome), option, "-cp", classPath);
  }

  private static void check(String what, long expected, long actual) {
    if (expected != actual) {
      throw new IllegalStateException(what + ": " + actual + " snapshots, not " + expected);
    }
  }

  private void print() {
    System.out.println("| run | snapshots/s | us each | to the debugger |\n|---|---:|---:|---:|");
    rates.forEach(
        (title, perSecond) ->
            System.out.printf(
                Locale.ROOT,
                "| %s | %,.0f | %.1f | %.1f |%n",
                title,
                ChildProcess.median(perSecond),
                1e6 / ChildProcess.median(perSecond),
                ratio(perSecond, rates.getOrDefault(DEBUGGER, List.of()))));
    System.out.println("| run | ns per exception | to plain | heap, KB |\n|---|---:|---:|---|");
    failures.forEach(
        (title, nanos) ->
            System.out.printf(
                Locale.ROOT,
                "| %s | %,.0f | %.2f | %s |%n",
                title,
                ChildProcess.median(nanos),
                ratio(nanos, failures.getOrDefault("plain", List.of())),
                String.join(", ", heaps.getOrDefault(title, List.of()))));
  }

  private static double ratio(List<Double> ours, List<Double> floors) {
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < ours.size(); i++) {
      ratios.add(ours.get(i) / floors.get(i));
    }
    return ChildProcess.median(ratios);
  }

  /** Finds the hot line by what is called there. */
  private static int line() throws IOException {
    String resource = HotLine.class.getName().replace('.', '/') + ".class";
    int[] found = {0};
    try (InputStream in = ClassLoader.getSystemResourceAsStream(resource)) {
      new ClassReader(in).accept(new HotMethod(found), ClassReader.SKIP_FRAMES);
    }
    return found[0];
  }

  private static final class HotMethod extends ClassVisitor {
    private final int[] found;

    HotMethod(int[] found) {
      super(Opcodes.ASM9);
      this.found = found;
    }

    @Override
    public @Nullable MethodVisitor visitMethod(
        int access,
        String name,
        String descriptor,
        @Nullable String signature,
        String @Nullable [] exceptions) {
      if (!name.equals(HotLine.METHOD)) {
        return null;
      }
      return new MethodVisitor(Opcodes.ASM9) {
        @Override
        public void visitLineNumber(int line, Label start) {
          found[0] = line; // that of the last statement
        }
      };
    }
  }
}
