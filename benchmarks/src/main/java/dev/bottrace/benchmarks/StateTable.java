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

  static final String SNAPSHOTS = "--breakpoint";
  static final String WITH_LOCALS = "--breakpoint --locals";
  static final String DEBUGGER = "debugger";
  private static final String PLAIN = "plain";

  private final Jdk jdk;
  private final Path file;
  private final Results results;
  private final Map<String, List<String>> heaps = new LinkedHashMap<>();

  private String first = "";

  private StateTable(Jdk jdk, Path directory, Results results) {
    this.jdk = jdk;
    this.file = directory.resolve("trace");
    this.results = results;
  }

  /**
   * Prints the tables.
   *
   * @param arguments as above
   * @throws Exception if a run failed, or a number was not the one expected
   */
  public static void main(String[] arguments) throws Exception {
    int turns = arguments.length == 0 ? 5 : Integer.parseInt(arguments[0]);
    for (Jdk jdk : Jdk.of(arguments)) {
      System.out.printf("%n%s, median of %d turns%n", jdk, turns);
      measure(jdk, turns, new Results()).print();
    }
  }

  /**
   * Measures {@code S1}, metric {@code rate}, snapshots a second, and {@code S2}, metric {@code
   * clock}, ns per exception.
   */
  static StateTable measure(Jdk jdk, int turns, Results results) throws Exception {
    Path directory = ChildProcess.directory();
    try {
      StateTable table = new StateTable(jdk, directory, results);
      for (int turn = 0; turn < turns; turn++) {
        table.measureSnapshots();
        table.measureFailures();
      }
      return table;
    } finally {
      ChildProcess.delete(directory);
    }
  }

  private void measureSnapshots() throws Exception {
    int line = line();
    measureSnapshots(SNAPSHOTS, "snapshots", line);
    measureSnapshots(WITH_LOCALS, "snapshots-locals", line);
    try (RewindingFile out = new RewindingFile(file)) {
      SnapshotJson json = new SnapshotJson(out);
      List<String> errors =
          new DebuggerClient(HotLine.class, line, json).run(jdk.home(), rounds(DEBUGGER_HITS));
      add(DEBUGGER, new ChildProcess.Result(0, 0, errors), DEBUGGER_HITS, json.snapshots());
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
    results.add(jdk, "S1", title, "rate", hits / (medianClock(result) / 1e9));
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
    add(PLAIN, ChildProcess.run(jdk.home(), Path.of("/dev/null"), plain));
    ChildProcess.Result traced = traced("exceptions", "0", rounds);
    check("uncaught exceptions", 1, traced.numbers("exceptions").get(0));
    add("--on-exception snapshot --locals", traced);
  }

  private void add(String title, ChildProcess.Result result) {
    results.add(jdk, "S2", title, "clock", medianClock(result) / EXCEPTIONS);
    List<Long> heap = result.numbers("heap");
    heaps
        .computeIfAbsent(title, key -> new ArrayList<>())
        .add((heap.get(0) >> 10) + " to " + (Collections.max(heap) >> 10));
  }

  private static double medianClock(ChildProcess.Result result) {
    return ChildProcess.medianOf(result.numbers("clock"));
  }

  private static List<String> rounds(int times) {
    return List.of(Integer.toString(times), Integer.toString(WARM_UP), Integer.toString(ROUNDS));
  }

  private ChildProcess.Result traced(String mode, String line, List<String> rounds)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(java("-Xmx64m"));
    command.addAll(List.of(StateMain.class.getName(), mode, line, file.toString()));
    command.addAll(rounds);
    return ChildProcess.run(jdk.home(), Path.of("/dev/null"), command);
  }

  private List<String> java(String option) {
    String classPath = System.getProperty("java.class.path");
    return List.of(ChildProcess.java(jdk.home()), option, "-cp", classPath);
  }

  private static void check(String what, long expected, long actual) {
    if (expected != actual) {
      throw new IllegalStateException(what + ": " + actual + " snapshots, not " + expected);
    }
  }

  private void print() {
    System.out.println("| run | snapshots/s | us each | to the debugger |\n|---|---:|---:|---:|");
    for (String title : List.of(SNAPSHOTS, WITH_LOCALS, DEBUGGER)) {
      double rate = results.median(jdk.toString(), "S1", title, "rate");
      double ratio = results.ratio(jdk.toString(), "S1", title, DEBUGGER, "rate");
      System.out.printf(
          Locale.ROOT, "| %s | %,.0f | %.1f | %.1f |%n", title, rate, 1e6 / rate, ratio);
    }
    System.out.println("| run | ns per exception | to plain | heap, KB |\n|---|---:|---:|---|");
    heaps.forEach(
        (title, heap) ->
            System.out.printf(
                Locale.ROOT,
                "| %s | %,.0f | %.2f | %s |%n",
                title,
                results.median(jdk.toString(), "S2", title, "clock"),
                results.ratio(jdk.toString(), "S2", title, PLAIN, "clock"),
                String.join(", ", heap)));
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
