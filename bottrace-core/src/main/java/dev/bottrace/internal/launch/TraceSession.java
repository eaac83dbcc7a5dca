package dev.bottrace.internal.launch;

import dev.bottrace.internal.code.ProgramClasses;
import dev.bottrace.internal.instrument.Border;
import dev.bottrace.internal.instrument.Border.Origin;
import dev.bottrace.internal.instrument.ClassInstrumenter;
import dev.bottrace.internal.instrument.ExitCalls;
import dev.bottrace.internal.instrument.Probing;
import dev.bottrace.internal.instrument.ValueProbes;
import dev.bottrace.internal.launch.ClassPath.Found;
import dev.bottrace.internal.record.RecordedProgram;
import dev.bottrace.internal.record.Recorder;
import dev.bottrace.internal.record.TaskListener;
import dev.bottrace.internal.symbol.BreakpointTable;
import dev.bottrace.internal.symbol.CallsToUse;
import dev.bottrace.internal.symbol.ScopeUse;
import dev.bottrace.internal.symbol.SymbolTable;
import dev.bottrace.option.ClassFilter;
import dev.bottrace.option.StateOptions;
import dev.bottrace.option.TraceOptions;
import dev.bottrace.runtime.ProbeSink;
import dev.bottrace.trace.Receipt;
import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Puts together what one run needs between its classes and its recorder. */
final class TraceSession {
  /** What one run records, and what its classes get for that. */
  private final TraceOptions options;

  private final SymbolTable symbols = new SymbolTable();
  private final BreakpointTable breakpoints;
  private final ScopeUse scopeUse;
  private final CallsToUse callsToUse;
  private final ProgramLoader loader;
  private final ResolvedProgram resolved;
  private final RecordedProgram recorded;
  private final OtherLoaders others;
  private final Supplier<Instrumentation> instrumentation;

  /**
   * Makes a session.
   *
   * @param alone whether the program has this JVM for itself
   */
  TraceSession(
      ResolvedProgram resolved,
      TraceOptions options,
      ProgramLoader loader,
      boolean alone,
      Supplier<Instrumentation> instrumentation) {
    this.loader = loader;
    this.resolved = resolved;
    this.options = options;
    this.instrumentation = instrumentation;
    this.breakpoints = new BreakpointTable(options.state().breakpoints());
    this.scopeUse = new ScopeUse(options.scope());
    this.others =
        new OtherLoaders(
            loader.classLoader(),
            alone,
            !loader.givesProbes(),
            options.state().takesSnapshots(),
            instrumentation);
    this.callsToUse = new CallsToUse(options);
    ProgramClasses classes =
        takesValues(options) ? new LoadedClasses(loader, resolved.classPath(), others) : null;
    this.recorded =
        classes == null
            ? RecordedProgram.of(symbols, options)
            : new RecordedProgram(symbols, breakpoints, options, classes, false);
  }

  private static boolean takesValues(TraceOptions options) {
    StateOptions state = options.state();
    return state.takesSnapshots() || state.arguments() || state.returns();
  }

  RecordedProgram recorded() {
    return recorded;
  }

  /** Returns what gives probes to classes that are not on the class path. */
  OtherLoaders others() {
    return others;
  }

  /** Returns what has the program's classes. */
  ClassLoader classLoader() {
    return loader.classLoader();
  }

  SymbolTable symbols() {
    return symbols;
  }

  /**
   * Has the JDK tell the recorder of tasks, if it wants to hear of them.
   *
   * @param recorder hears of them
   * @param warnings takes why that is not possible
   * @return what ends it; null if there is nothing to end
   */
  @Nullable TaskProbes linkTasks(Recorder recorder, Consumer<String> warnings) {
    TaskListener listener = recorder.tasks();
    return listener == null
        ? null
        : TaskProbes.beginOrSay(instrumentation, listener.listener(), warnings);
  }

  /** Returns why what was asked for produced nothing. */
  List<Receipt> receipts(Recorder recorder) {
    List<Receipt> receipts = new ArrayList<>(recorder.receipts());
    if (Probing.of(options) != Probing.NONE) {
      receipts.addAll(scopeUse.receipts());
    }
    if (!options.scope().callsTo().isEmpty()) {
      receipts.addAll(callsToUse.receipts(symbols.callSites()::wasCalled));
    }
    return receipts;
  }

  LoadedProgram program(ProbeSink sink, ExitCalls exitCalls, LoadedProgram.Listener listener) {
    ClassInstrumenter instrumenter =
        new ClassInstrumenter(
                symbols,
                ClassFilter.of(options.scope()),
                options.scope().lambdas(),
                Probing.of(options),
                ValueProbes.of(options),
                exitCalls,
                breakpoints,
                scopeUse)
            .crossing(borders())
            .shown();
    LoadedProgram program =
        new LoadedProgram(
            resolved.classPath(),
            exitCalls == ExitCalls.ALL ? instrumenter.hosted() : instrumenter,
            sink,
            once(listener),
            others);
    others.open(program);
    return program;
  }

  private List<Border> borders() {
    return options.recordsCallsTo()
        ? List.of(new Border(options.scope(), this::origin, callsToUse))
        : List.of();
  }

  /**
   * What neither the class path nor the JDK has comes from a loader of the program's own, if from
   * anywhere: then it is traced where a prefix says so, as a library is.
   */
  private Origin origin(String internalName) {
    String path = internalName + ".class";
    Found found = resolved.classPath().find(path);
    if (found == null) {
      return CodeOrigin.isOfJdk(path) ? Origin.ELSEWHERE : Origin.LIBRARY;
    }
    return found.location().own() ? Origin.OWN : Origin.LIBRARY;
  }

  private static LoadedProgram.Listener once(LoadedProgram.Listener listener) {
    Set<String> said = ConcurrentHashMap.newKeySet();
    return new LoadedProgram.Listener() {
      @Override
      public void warning(String warning) {
        if (said.add(warning)) {
          listener.warning(warning);
        }
      }

      @Override
      public void reads(byte[] classFile) {
        listener.reads(classFile);
      }
    };
  }
}
