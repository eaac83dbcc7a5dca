package dev.bottrace.internal.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bottrace.internal.instrument.Border.Origin;
import dev.bottrace.internal.symbol.BreakpointTable;
import dev.bottrace.internal.symbol.CallsToUse;
import dev.bottrace.internal.symbol.ScopeUse;
import dev.bottrace.internal.symbol.SymbolTable;
import dev.bottrace.option.ClassFilter;
import dev.bottrace.option.Scope;
import dev.bottrace.option.TraceOptions;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.jar.JarFile;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Transforms and links every class of every jar in the directory {@code bottrace.bulk.jars}. */
@Tag("slow")
class BulkTransformTest {
  /** Of how many classes one is looked at; 1 is all. */
  private static final int EACH = Integer.getInteger("bottrace.bulk.step", 1);

  /** The same for what changes them in ways of its own. */
  private static final int STEP = 20 * EACH;

  private static final Map<String, List<String>> PLAIN = new ConcurrentHashMap<>();

  private final List<JarFile> jars = jars(Path.of(System.getProperty("bottrace.bulk.jars", "")));
  private final List<String> warnings = Collections.synchronizedList(new ArrayList<>());

  @Test
  void every_class_links_with_probes_as_it_does_without() {
    linksWith(EACH, BulkTransformTest::calls);
  }

  private static ClassInstrumenter calls() {
    return new ClassInstrumenter(
            new SymbolTable(), ClassFilter.of(Scope.DEFAULT), true, Probing.CALLS, ExitCalls.ALL)
        .shown();
  }

  @Test
  void classes_link_with_their_calls_of_the_jdk_as_they_do_without() {
    linksWith(STEP, () -> crossing(Probing.CALLS, ValueProbes.NONE));
  }

  @Test
  void classes_link_with_values_of_their_calls_of_the_jdk_as_they_do_without() {
    linksWith(STEP, () -> crossing(Probing.CALLS, new ValueProbes(true, true, false)));
  }

  @Test
  void classes_link_with_counts_of_their_calls_of_the_jdk_as_they_do_without() {
    linksWith(STEP, () -> crossing(Probing.ENTRIES, ValueProbes.NONE));
  }

  @Test
  void classes_link_with_calls_of_the_jdk_and_variables_as_they_do_without() {
    linksWith(STEP, () -> crossing(Probing.CALLS, new ValueProbes(true, true, true)).hosted());
  }

  private static ClassInstrumenter crossing(Probing probing, ValueProbes values) {
    TraceOptions options = TraceOptions.DEFAULT.withCalls().withCallsTo("java");
    Border border = new Border(options.scope(), name -> Origin.ELSEWHERE, new CallsToUse(options));
    return new ClassInstrumenter(
            new SymbolTable(),
            ClassFilter.of(Scope.DEFAULT),
            true,
            probing,
            values,
            ExitCalls.ALL,
            new BreakpointTable(List.of()),
            new ScopeUse(Scope.DEFAULT))
        .crossing(List.of(border));
  }

  @Test
  void every_class_links_ready_for_a_host_as_it_does_without() {
    linksWith(EACH, () -> calls().hosted());
  }

  @Test
  void classes_link_with_a_breakpoint_at_each_line_as_they_do_without() {
    linksWith(STEP, () -> withBreakpoints(Probing.NONE, ValueProbes.NONE, new EveryLine()));
  }

  @Test
  void classes_link_with_a_condition_at_each_line_as_they_do_without() {
    linksWith(
        STEP,
        () ->
            withBreakpoints(
                Probing.NONE,
                ValueProbes.NONE,
                EveryLine.when(
                    "this == null",
                    "i == 7 || n / i > 3",
                    "value == null && name != value",
                    "name.length() == 3 || name.charAt(i) == 'x' || s.equals(name)",
                    "i >= length ? size > 2 : pos % len < 1.5",
                    "data[i] == 1 || array[n] == null || buf.length != index",
                    "(b & 1) != 0 ^ c == 'c' == (key != null)")));
  }

  @Test
  void classes_link_with_everything_at_once_as_they_do_without() {
    linksWith(
        STEP,
        () ->
            withBreakpoints(
                    Probing.CALLS,
                    new ValueProbes(true, true, true),
                    EveryLine.when("i == 7 && name != null", "this == null || n / size > 3"))
                .hosted()
                .shown());
  }

  private static ClassInstrumenter withBreakpoints(
      Probing probing, ValueProbes values, EveryLine breakpoints) {
    return new ClassInstrumenter(
        new SymbolTable(),
        ClassFilter.of(Scope.DEFAULT),
        true,
        probing,
        values,
        ExitCalls.ALL,
        new ScopeUse(Scope.DEFAULT),
        breakpoints);
  }

  private void linksWith(int step, Supplier<ClassInstrumenter> instrumenters) {
    List<String> differences =
        jars.parallelStream()
            .flatMap(jar -> differences(jar, step, instrumenters.get()).stream())
            .toList();
    warnings.stream().sorted().forEach(warning -> print("warning: %s%n", warning));

    assertThat(jars).hasSizeGreaterThanOrEqualTo(10);
    assertThat(differences).isEmpty();
  }

  private List<String> differences(JarFile jar, int step, ClassInstrumenter instrumenter) {
    long start = System.nanoTime();
    List<String> all = each(classNames(jar), EACH);
    List<String> names = each(all, step / EACH);
    List<String> plain = each(plain(jar, all), step / EACH);
    List<String> probed = linkAll(names, jar, transform(jar, instrumenter));
    List<String> differences = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      if (!plain.get(i).equals(probed.get(i))) {
        differences.add(names.get(i) + ": " + plain.get(i) + " became " + probed.get(i));
      }
    }
    long linked = plain.stream().filter(String::isEmpty).count();
    print(
        "%-55s %6d classes, %6d link, %d differ, %.1f s%n",
        Path.of(jar.getName()).getFileName(),
        names.size(),
        linked,
        differences.size(),
        (System.nanoTime() - start) / 1e9);
    return differences;
  }

  /** What goes wrong without us is the same each time. */
  private List<String> plain(JarFile jar, List<String> names) {
    return PLAIN.computeIfAbsent(
        jar.getName(), name -> linkAll(names, jar, UnaryOperator.identity()));
  }

  static List<String> each(List<String> all, int step) {
    return IntStream.range(0, all.size()).filter(i -> i % step == 0).mapToObj(all::get).toList();
  }

  private UnaryOperator<byte[]> transform(JarFile jar, ClassInstrumenter instrumenter) {
    return classFile -> {
      InstrumentedClass instrumented = instrumenter.instrument(classFile, true);
      instrumented.warnings().forEach(warning -> warnings.add(jar.getName() + ": " + warning));
      return instrumented.classFile();
    };
  }

  /** Links classes in a loader of their own; returns for each what went wrong. */
  private List<String> linkAll(List<String> names, JarFile first, UnaryOperator<byte[]> transform) {
    List<JarFile> classPath = new ArrayList<>(jars);
    classPath.remove(first);
    classPath.add(0, first);
    ClassLoader loader = new JarLoader(classPath, transform);
    return names.stream().map(name -> Linking.of(name, loader)).toList();
  }

  private static List<String> classNames(JarFile jar) {
    return jar.stream()
        .map(ZipEntry::getName)
        .filter(name -> name.endsWith(".class") && !name.startsWith("META-INF/"))
        .filter(name -> !name.endsWith("module-info.class"))
        .map(name -> name.substring(0, name.length() - ".class".length()).replace('/', '.'))
        .sorted()
        .toList();
  }

  private static List<JarFile> jars(Path directory) {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .filter(file -> file.toString().endsWith(".jar"))
          .sorted()
          .map(BulkTransformTest::open)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JarFile open(Path jar) {
    try {
      return new JarFile(jar.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @SuppressWarnings("SystemOut") // figures for whoever runs it
  private static void print(String format, Object... arguments) {
    PrintStream out = System.out;
    out.printf(format, arguments);
  }
}
