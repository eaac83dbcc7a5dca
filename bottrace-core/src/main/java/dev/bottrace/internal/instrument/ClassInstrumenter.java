package dev.bottrace.internal.instrument;

import dev.bottrace.internal.symbol.BreakpointTable;
import dev.bottrace.internal.symbol.ClassIds;
import dev.bottrace.internal.symbol.ScopeUse;
import dev.bottrace.internal.symbol.SymbolTable;
import dev.bottrace.option.ClassFilter;
import dev.bottrace.option.Scope;
import dev.bottrace.trace.TracedMethod;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodTooLargeException;

/**
 * Puts probes into classes. Safe for use by any number of threads.
 *
 * <p>No member is added, no class loaded, and no frame computed: frames stay what the compiler made
 * them.
 */
public final class ClassInstrumenter {
  private final SymbolTable symbols;
  private final ClassFilter filter;
  private final boolean lambdas;
  private final Probing probing;
  private final ValueProbes values;
  private final ExitCalls exitCalls;
  private final ScopeUse scopeUse;
  private final @Nullable BreakpointBinder binder;
  private final boolean hosted;
  private final List<Border> borders;
  private final boolean shown;

  /**
   * Makes an instrumenter without breakpoints, whose probes take no values.
   *
   * @param symbols gives ids to methods
   * @param filter which classes get probes
   * @param lambdas whether the bodies of lambda expressions get probes
   * @param probing which probes
   * @param exitCalls which calls that end the JVM are replaced, in all classes
   */
  public ClassInstrumenter(
      SymbolTable symbols,
      ClassFilter filter,
      boolean lambdas,
      Probing probing,
      ExitCalls exitCalls) {
    this(
        symbols,
        filter,
        lambdas,
        probing,
        ValueProbes.NONE,
        exitCalls,
        new BreakpointTable(List.of()),
        new ScopeUse(Scope.DEFAULT));
  }

  /**
   * Makes an instrumenter.
   *
   * @param symbols gives ids to methods
   * @param filter which classes get probes
   * @param lambdas whether the bodies of lambda expressions get probes
   * @param probing which probes
   * @param values which values these take
   * @param exitCalls which calls that end the JVM are replaced, in all classes
   * @param breakpoints gives ids to the places of breakpoints, in all classes
   * @param scopeUse hears of classes that may be in scope
   */
  public ClassInstrumenter(
      SymbolTable symbols,
      ClassFilter filter,
      boolean lambdas,
      Probing probing,
      ValueProbes values,
      ExitCalls exitCalls,
      BreakpointTable breakpoints,
      ScopeUse scopeUse) {
    this(
        symbols,
        filter,
        lambdas,
        probing,
        values,
        exitCalls,
        scopeUse,
        breakpoints.breakpoints().isEmpty() ? null : new BreakpointBinder(breakpoints));
  }

  ClassInstrumenter(
      SymbolTable symbols,
      ClassFilter filter,
      boolean lambdas,
      Probing probing,
      ValueProbes values,
      ExitCalls exitCalls,
      ScopeUse scopeUse,
      @Nullable BreakpointBinder binder) {
    this.symbols = symbols;
    this.filter = filter;
    this.lambdas = lambdas;
    this.probing = probing;
    this.values = values;
    this.exitCalls = exitCalls;
    this.scopeUse = scopeUse;
    this.binder = binder;
    this.hosted = false;
    this.borders = List.of();
    this.shown = false;
  }

  private ClassInstrumenter(
      ClassInstrumenter like, boolean hosted, List<Border> borders, boolean shown) {
    this.symbols = like.symbols;
    this.filter = like.filter;
    this.lambdas = like.lambdas;
    this.probing = like.probing;
    this.values = like.values;
    this.exitCalls = like.exitCalls;
    this.scopeUse = like.scopeUse;
    this.binder = like.binder;
    this.hosted = hosted;
    this.borders = List.copyOf(borders);
    this.shown = shown;
  }

  /**
   * Makes all classes ready for a JVM that goes on after their program: they check for its end, and
   * have stand-ins for what a JVM has only once.
   *
   * @return a changed copy
   */
  public ClassInstrumenter hosted() {
    return new ClassInstrumenter(this, true, borders, shown);
  }

  /**
   * Gives calls of code that is not traced probes too.
   *
   * @param crossed which calls, for one recording each
   * @return a changed copy
   */
  public ClassInstrumenter crossing(List<Border> crossed) {
    return new ClassInstrumenter(this, hosted, crossed, shown);
  }

  /**
   * Has class loaders show what probes call to the classes that they define, traced or not.
   *
   * @return a changed copy
   */
  public ClassInstrumenter shown() {
    return new ClassInstrumenter(this, hosted, borders, true);
  }

  /**
   * Instruments a class.
   *
   * @param classFile its bytes, which are not changed
   * @param own whether it is the program's own code, as opposed to a library's
   * @return the class to define in its place
   */
  public InstrumentedClass instrument(byte[] classFile, boolean own) {
    return instrument(classFile, own, new ClassIds());
  }

  /**
   * Instruments a class, for the first time or again.
   *
   * @param classFile its bytes, which are not changed
   * @param own whether it is the program's own code, as opposed to a library's
   * @param ids of the class, by which its methods are found again
   * @return the class to define in its place
   */
  public InstrumentedClass instrument(byte[] classFile, boolean own, ClassIds ids) {
    boolean traced = probing != Probing.NONE && filter.mayAccept(own);
    boolean broken = binder != null && binder.mayMean(classFile);
    try {
      ClassReader reader = new ClassReader(classFile);
      WholeClassFile.check(reader, classFile);
      boolean exits = exitCalls.mayBeIn(reader);
      InstrumentedClass changed =
          exits || traced || broken || hosted
              ? instrument(reader, own, traced, exits, broken, ids)
              : null;
      InstrumentedClass result = changed == null ? unchanged(classFile) : changed;
      return shown && LoaderProbes.mayBeIn(reader) ? showing(result) : result;
    } catch (RuntimeException e) {
      return traced || broken || hosted
          ? new InstrumentedClass(classFile, List.of(reason(classFile, e)))
          : unchanged(classFile);
    }
  }

  private static InstrumentedClass showing(InstrumentedClass result) {
    byte[] classFile = LoaderProbes.into(result.classFile());
    return classFile == null ? result : new InstrumentedClass(classFile, result.warnings());
  }

  private static InstrumentedClass unchanged(byte[] classFile) {
    return new InstrumentedClass(classFile, List.of());
  }

  private static String reason(byte[] classFile, RuntimeException e) {
    int version = classFile.length < 8 ? 0 : ((classFile[6] & 0xFF) << 8) | (classFile[7] & 0xFF);
    String why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    return "class file of version " + version + " is not traced: " + why;
  }

  /** Returns null if there is nothing to do. */
  private @Nullable InstrumentedClass instrument(
      ClassReader reader,
      boolean own,
      boolean traced,
      boolean exits,
      boolean broken,
      ClassIds ids) {
    ClassOutline outline = ClassOutline.of(reader);
    ClassBreakpoints breakpoints =
        broken && binder != null ? binder.of(reader, outline) : ClassBreakpoints.NONE;
    if (traced) {
      scopeUse.loaded(outline.internalName(), outline.sourcePath());
    }
    boolean accepted = traced && filter.accepts(outline.internalName(), outline.sourcePath(), own);
    List<MethodOutline> methods = accepted ? traced(outline) : List.of();
    if (accepted && methods.isEmpty()) {
      symbols.noCodeIn(outline.className());
    }
    if (methods.isEmpty() && !exits && breakpoints.isEmpty() && !hosted) {
      return null;
    }
    ClassPlan plan = new ClassPlan(outline, methods, exits, breakpoints, symbols, ids);
    return probe(reader, plan, sites(plan));
  }

  /** Returns what gives ids to the calls of a class that lead to code which is not traced. */
  ClassSites sites(ClassPlan plan) {
    return new ClassSites(plan, symbols, borders);
  }

  /** Gives the methods of a class what its plan says, and its calls their probes. */
  InstrumentedClass probe(ClassReader reader, ClassPlan plan, ClassSites sites) {
    if (values.arguments()) {
      new ParameterNames(plan, symbols).read(reader);
    }
    return transform(reader, plan, sites);
  }

  /** Returns the methods that get probes, if the class does. */
  List<MethodOutline> traced(ClassOutline outline) {
    List<MethodOutline> traced = new ArrayList<>();
    for (MethodOutline method : outline.methods()) {
      if (method.isWritten(outline) && (lambdas || !method.isLambdaBody())) {
        traced.add(method);
      }
    }
    return traced;
  }

  /** Transforms a class, and again without the methods that turn out not to stand it. */
  private InstrumentedClass transform(ClassReader reader, ClassPlan plan, ClassSites sites) {
    Concessions concessions = new Concessions(hosted, !sites.isEmpty());
    while (true) {
      ClassWriter writer = new ClassWriter(reader, 0);
      ClassProber prober = new ClassProber(writer, plan, sites, this, concessions);
      try {
        reader.accept(prober, expandsFrames(plan) ? ClassReader.EXPAND_FRAMES : 0);
        return new InstrumentedClass(writer.toByteArray(), concessions.warnings());
      } catch (StraddlingVariableException e) {
        concessions.overlapping(String.valueOf(e.getMessage()), e);
      } catch (UntraceableMethodException e) {
        concessions.leave(e.method(), String.valueOf(e.getMessage()), e);
      } catch (MethodTooLargeException e) {
        concessions.tooLarge(e.getMethodName() + e.getDescriptor(), e);
      }
    }
  }

  /** Where the flow of control is computed, frames have to be whole. */
  boolean expandsFrames(ClassPlan plan) {
    return !plan.breakpoints().isEmpty() || values.locals();
  }

  boolean isHosted() {
    return hosted;
  }

  SymbolTable symbols() {
    return symbols;
  }

  Probing probing() {
    return probing;
  }

  ValueProbes values() {
    return values;
  }

  ExitCalls exitCalls() {
    return exitCalls;
  }

  /** Returns what knows of breakpoints. */
  BreakpointBinder breakpoints() {
    return binder == null ? new BreakpointBinder(new BreakpointTable(List.of())) : binder;
  }

  /** What a class's methods are called in the trace. */
  record ClassPlan(
      ClassOutline outline,
      List<MethodOutline> traced,
      boolean exits,
      ClassBreakpoints breakpoints,
      int firstId,
      Map<String, Integer> siteIds) {
    ClassPlan(
        ClassOutline outline,
        List<MethodOutline> traced,
        boolean exits,
        ClassBreakpoints breakpoints,
        SymbolTable symbols,
        ClassIds ids) {
      this(
          outline,
          traced,
          exits,
          breakpoints,
          ids.define(symbols, named(outline, traced)),
          new HashMap<>());
    }

    String file() {
      return file(outline.internalName(), outline.sourcePath());
    }

    private static List<TracedMethod> named(ClassOutline outline, List<MethodOutline> traced) {
      String className = outline.className();
      String file = file(outline.internalName(), outline.sourcePath());
      return traced.stream()
          .map(
              method ->
                  new TracedMethod(
                      0, className, method.name(), method.descriptor(), file, method.line()))
          .toList();
    }

    private static String file(String internalName, @Nullable String sourcePath) {
      return sourcePath != null ? sourcePath : internalName + ".class";
    }
  }
}
