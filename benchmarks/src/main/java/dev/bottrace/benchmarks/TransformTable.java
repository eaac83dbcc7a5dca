package dev.bottrace.benchmarks;

import dev.bottrace.internal.instrument.ClassInstrumenter;
import dev.bottrace.internal.instrument.ExitCalls;
import dev.bottrace.internal.instrument.InstrumentedClass;
import dev.bottrace.internal.instrument.Probing;
import dev.bottrace.internal.instrument.ValueProbes;
import dev.bottrace.internal.symbol.BreakpointTable;
import dev.bottrace.internal.symbol.ScopeUse;
import dev.bottrace.internal.symbol.SymbolTable;
import dev.bottrace.option.ClassFilter;
import dev.bottrace.option.Scope;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;

/**
 * Measures how long it takes to put probes into the 3,000 largest classes of jars, next to reading
 * and writing them unchanged with ASM; prints a table. All ways take turns at each class, in one
 * thread of one JVM; what counts is the CPU time of that thread.
 *
 * <p>Arguments: how many turns (6), jars and directories with jars (those of the programs and
 * tracers that the other tables run). Four more turns before them are to warm up. Of classes with
 * the same name, the largest one is taken. Classes and methods that could not get their probes are
 * named.
 */
public final class TransformTable {
  private static final int CLASSES = 3_000;
  private static final int CHUNK = 50;
  private static final int WARM_UP = 4;
  private static final String UNCHANGED = "ASM: `new ClassWriter(0)`, `accept(writer, 0)`";

  /** What {@link SpeedTable} shows: the transform that most runs need. */
  private static final String TARGET = "--calls";

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final List<byte[]> classes;
  private final Map<String, Supplier<UnaryOperator<byte[]>>> transforms = new LinkedHashMap<>();
  private final Map<String, List<Double>> nanos = new LinkedHashMap<>();
  private final Set<String> warnings = new TreeSet<>();
  private long written;

  private TransformTable(List<byte[]> classes) {
    this.classes = classes;
    transforms.put(UNCHANGED, () -> file -> unchanged(file, 0));
    transforms.put(
        "ASM: the same with `COMPUTE_MAXS`",
        () -> file -> unchanged(file, ClassWriter.COMPUTE_MAXS));
    transforms.put("--call-counts", () -> probed(Probing.ENTRIES, ValueProbes.NONE));
    transforms.put(TARGET, () -> probed(Probing.CALLS, ValueProbes.NONE));
    transforms.put(
        "--calls --args --returns",
        () -> probed(Probing.CALLS, new ValueProbes(true, true, false)));
    transforms.put("excluded", () -> probed(Probing.NONE, ValueProbes.NONE));
  }

  private UnaryOperator<byte[]> probed(Probing probing, ValueProbes values) {
    ClassInstrumenter instrumenter =
        new ClassInstrumenter(
            new SymbolTable(),
            ClassFilter.of(Scope.DEFAULT),
            true,
            probing,
            values,
            ExitCalls.HALT,
            new BreakpointTable(List.of()),
            new ScopeUse(Scope.DEFAULT));
    return classFile -> {
      InstrumentedClass instrumented = instrumenter.instrument(classFile, true);
      warnings.addAll(instrumented.warnings());
      return instrumented.classFile();
    };
  }

  private static byte[] unchanged(byte[] classFile, int flags) {
    ClassWriter writer = new ClassWriter(flags);
    new ClassReader(classFile).accept(writer, 0);
    return writer.toByteArray();
  }

  /**
   * Prints the table.
   *
   * @param arguments as above
   * @throws IOException if a jar can't be read
   */
  public static void main(String[] arguments) throws IOException {
    int turns = arguments.length == 0 ? 6 : Integer.parseInt(arguments[0]);
    Map<String, byte[]> largest = new HashMap<>();
    for (String place : places(arguments)) {
      for (Path jar : jars(Path.of(place))) {
        read(jar, largest);
      }
    }
    List<byte[]> classes =
        largest.values().stream()
            .sorted(Comparator.comparingInt((byte[] file) -> -file.length))
            .limit(CLASSES)
            .toList();
    TransformTable table = new TransformTable(classes);
    for (int turn = 0; turn < WARM_UP + turns; turn++) {
      table.measure(turn >= WARM_UP);
    }
    table.print(turns);
  }

  private static List<String> places(String[] arguments) {
    return arguments.length > 1
        ? List.of(arguments).subList(1, arguments.length)
        : List.of(ChildProcess.project(Path.of("benchmarks", "target")).toString());
  }

  private static List<Path> jars(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      return List.of(path);
    }
    try (Stream<Path> files = Files.walk(path)) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    }
  }

  private static void read(Path path, Map<String, byte[]> largest) throws IOException {
    try (JarFile jar = new JarFile(path.toFile())) {
      jar.stream()
          .filter(entry -> entry.getName().endsWith(".class"))
          .filter(entry -> !entry.getName().startsWith("META-INF/"))
          .forEach(
              entry ->
                  largest.merge(
                      entry.getName(), bytes(jar, entry), (a, b) -> a.length < b.length ? b : a));
    }
  }

  private static byte[] bytes(JarFile jar, JarEntry entry) {
    try (InputStream in = jar.getInputStream(entry)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void measure(boolean counts) {
    Map<String, Long> sums = new HashMap<>();
    for (int first = 0; first < classes.size(); first += CHUNK) {
      List<byte[]> chunk = classes.subList(first, Math.min(classes.size(), first + CHUNK));
      transforms.forEach(
          (title, transform) -> sums.merge(title, time(transform.get(), chunk), Long::sum));
    }
    if (counts) {
      sums.forEach(
          (title, sum) -> nanos.computeIfAbsent(title, key -> new ArrayList<>()).add((double) sum));
    }
  }

  private long time(UnaryOperator<byte[]> transform, List<byte[]> chunk) {
    long start = THREADS.getCurrentThreadCpuTime();
    for (byte[] classFile : chunk) {
      written += transform.apply(classFile).length;
    }
    return THREADS.getCurrentThreadCpuTime() - start;
  }

  private void print(int turns) {
    long bytes = classes.stream().mapToLong(file -> file.length).sum();
    System.out.printf(
        Locale.ROOT,
        "%nJDK %s, %d classes of %.1f KB on average, median of %d turns; %d MB written%n",
        Runtime.version(),
        classes.size(),
        bytes / 1024.0 / classes.size(),
        turns,
        written >> 20);
    warnings.forEach(warning -> System.out.println("warning: " + warning));
    System.out.println("| transform | us per class | to ASM |\n|---|---:|---:|");
    List<Double> floor = nanos.getOrDefault(UNCHANGED, List.of());
    for (String title : transforms.keySet()) {
      List<Double> own = nanos.getOrDefault(title, List.of());
      List<Double> ratios = new ArrayList<>();
      for (int i = 0; i < own.size(); i++) {
        ratios.add(own.get(i) / floor.get(i));
      }
      if (title.equals(TARGET)) {
        System.err.println("target " + ChildProcess.median(ratios));
      }
      System.out.printf(
          Locale.ROOT,
          "| %s | %.1f | %.2f |%n",
          title,
          ChildProcess.median(own) / 1e3 / classes.size(),
          ChildProcess.median(ratios));
    }
  }
}
