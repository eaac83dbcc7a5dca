package dev.bottrace.internal.watch;

import dev.bottrace.internal.instrument.ClassInstrumenter;
import dev.bottrace.internal.instrument.ExitCalls;
import dev.bottrace.internal.instrument.Probing;
import dev.bottrace.internal.instrument.ValueProbes;
import dev.bottrace.internal.symbol.BreakpointSite;
import dev.bottrace.internal.symbol.BreakpointTable;
import dev.bottrace.internal.symbol.ScopeUse;
import dev.bottrace.internal.symbol.SiteVariable;
import dev.bottrace.internal.symbol.SymbolTable;
import dev.bottrace.option.Breakpoint;
import dev.bottrace.option.ClassFilter;
import dev.bottrace.option.Scope;
import dev.bottrace.runtime.ProbeSink;
import dev.bottrace.runtime.Probes;
import dev.bottrace.runtime.StateSink;
import dev.bottrace.runtime.ThreadSink;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandle;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * A class with a breakpoint for each of some conditions, in a method of its own. Each time that one
 * is reached, its condition is evaluated too, and compared with what the code has found.
 */
final class ConditionProgram extends ClassLoader implements Supplier<Object> {
  private final Map<String, byte[]> files = new HashMap<>();
  private final List<String> conditions;
  private final BreakpointTable table;
  private final ClassInstrumenter instrumenter;
  private final Judge judge = new Judge();
  private final TestProgram program;

  /** What was said of a condition. */
  enum Verdict {
    /** By the code. */
    DOES_NOT_HOLD,
    /** By the evaluation, to which the code has left it. */
    EVALUATED_AS_FALSE,
    HOLDS,
    FAILS
  }

  /** Compiles a class {@code Target}; the source has the conditions' numbers at their lines. */
  ConditionProgram(Path directory, String source, List<String> conditions) throws IOException {
    super(ConditionProgram.class.getClassLoader());
    this.conditions = conditions;
    Path file = Files.writeString(directory.resolve("Target.java"), source);
    String[] options = {"-g", "-nowarn", "-d", directory.toString(), file.toString()};
    if (ToolProvider.getSystemJavaCompiler().run(null, null, null, options) != 0) {
      throw new IllegalArgumentException(source);
    }
    try (Stream<Path> compiled = Files.list(directory)) {
      for (Path path : compiled.filter(one -> one.toString().endsWith(".class")).toList()) {
        String name = path.getFileName().toString().replace(".class", "");
        files.put(name, Files.readAllBytes(path));
      }
    }
    this.program = new TestProgram(files);
    this.table = new BreakpointTable(breakpoints(source));
    this.instrumenter =
        new ClassInstrumenter(
            new SymbolTable(),
            ClassFilter.of(Scope.DEFAULT),
            true,
            Probing.NONE,
            ValueProbes.NONE,
            ExitCalls.HALT,
            table,
            new ScopeUse(Scope.DEFAULT));
  }

  private List<Breakpoint> breakpoints(String source) {
    List<Breakpoint> breakpoints = new ArrayList<>();
    List<String> lines = source.lines().toList();
    for (int i = 0; i < conditions.size(); i++) {
      String mark = "// CONDITION " + i + ";";
      int line = 0;
      while (!lines.get(line).contains(mark)) {
        line++;
      }
      breakpoints.add(Breakpoint.of("Target.java:" + (line + 1) + " if " + conditions.get(i)));
    }
    return breakpoints;
  }

  /** Runs all methods; returns what was said of each condition, by its number. */
  Map<Integer, List<Verdict>> run(List<Object> arguments) throws ReflectiveOperationException {
    judge.verdicts.clear();
    Class<?> target = loadClass("Target");
    for (Method method : target.getDeclaredMethods()) {
      if (method.getName().startsWith("run")) {
        method.setAccessible(true);
        method.invoke(null, arguments.toArray());
      }
    }
    return judge.verdicts;
  }

  @Override
  public Object get() {
    return judge;
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    Class<?> loaded = findLoadedClass(name);
    if (loaded != null) {
      return loaded;
    }
    if (name.equals(Probes.class.getName())) {
      return define(name, probes());
    }
    byte[] file = files.get(name);
    return file == null
        ? super.loadClass(name, resolve)
        : define(name, instrumenter.instrument(file, true).classFile());
  }

  private Class<?> define(String name, byte[] file) {
    return defineClass(name, file, 0, file.length);
  }

  private static byte[] probes() {
    try (InputStream in = Probes.class.getResourceAsStream("Probes.class")) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private final class Judge implements ProbeSink, StateSink {
    private final Map<Integer, List<Verdict>> verdicts = new HashMap<>();
    private boolean passed;

    @Override
    public StateSink state() {
      return this;
    }

    @Override
    public boolean reached(int site) {
      passed = false;
      return true;
    }

    /** Does not rely on it, so that {@link #fires} is called too. */
    @Override
    public boolean passed(int site) {
      passed = true;
      return false;
    }

    @Override
    public boolean fires(int site, @Nullable Class<?> declaring, @Nullable Object[] values) {
      BreakpointSite place = table.site(site);
      int number = place.breakpoints().get(0);
      Verdict verdict;
      try {
        BoundWatch bound = bound(place, declaring, conditions.get(number));
        verdict = evaluated(bound, values);
        if (passed && verdict != Verdict.EVALUATED_AS_FALSE) {
          throw new AssertionError("code has missed " + verdict + ": " + conditions.get(number));
        }
        verdict = passed ? Verdict.DOES_NOT_HOLD : verdict;
      } catch (WatchFailure e) {
        verdict = Verdict.FAILS; // code is not relied on where names mean nothing
      }
      verdicts.computeIfAbsent(number, key -> new ArrayList<>()).add(verdict);
      return verdict == Verdict.HOLDS;
    }

    private BoundWatch bound(BreakpointSite site, Class<?> declaring, String condition)
        throws WatchFailure {
      List<WatchVariable> variables = new ArrayList<>();
      for (int i = 0; i < site.variables().size(); i++) {
        SiteVariable variable = site.variables().get(i);
        int position = site.needed().indexOf(i);
        variables.add(new WatchVariable(variable.name(), variable.descriptor(), position));
      }
      try {
        return WatchExpression.parse(condition)
            .bindCondition(new WatchSite(declaring, variables, program, WatchBudget.DEFAULT));
      } catch (WatchSyntaxException e) {
        throw new IllegalArgumentException(e);
      }
    }

    private static Verdict evaluated(BoundWatch bound, @Nullable Object[] values) {
      try {
        return bound.holds(values) ? Verdict.HOLDS : Verdict.EVALUATED_AS_FALSE;
      } catch (WatchFailure e) {
        return Verdict.FAILS;
      }
    }

    @Override
    public void capture(int site, @Nullable Class<?> declaring, @Nullable Object[] values) {}

    @Override
    public void entered(int counter) {}

    @Override
    public @Nullable MethodHandle over() {
      return null;
    }

    @Override
    public ThreadSink nobody() {
      return null; // calls are not probed
    }

    @Override
    public ThreadSink current(int method) {
      throw new IllegalStateException("not traced");
    }

    @Override
    public boolean crosses(int site, @Nullable Class<?> receiver, int depth) {
      return false;
    }

    @Override
    public void count(int method) {}

    @Override
    public int programHalts(int status) {
      return status;
    }

    @Override
    public void programExits(int status) {}
  }
}
