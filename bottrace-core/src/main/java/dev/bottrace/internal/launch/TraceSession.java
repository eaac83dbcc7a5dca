package dev.bottrace.internal.launch;

import dev.bottrace.internal.instrument.ClassInstrumenter;
import dev.bottrace.internal.instrument.ExitCalls;
import dev.bottrace.internal.instrument.Probing;
import dev.bottrace.internal.symbol.SymbolTable;
import dev.bottrace.option.ClassFilter;
import dev.bottrace.option.TraceOptions;
import dev.bottrace.runtime.ProbeSink;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Puts together what one run needs between its classes and its recorder. */
final class TraceSession {
  private TraceSession() {}

  static LoadedProgram program(
      ResolvedProgram resolved,
      TraceOptions options,
      SymbolTable symbols,
      ProbeSink sink,
      ExitCalls exitCalls,
      Consumer<String> warnings,
      Consumer<byte[]> reader) {
    ClassInstrumenter instrumenter =
        new ClassInstrumenter(
            symbols,
            ClassFilter.of(options.scope()),
            options.scope().lambdas(),
            probing(options),
            exitCalls);
    return new LoadedProgram(resolved.classPath(), instrumenter, sink, once(warnings), reader);
  }

  private static Probing probing(TraceOptions options) {
    if (!options.calls() && !options.callCounts()) {
      return Probing.NONE;
    }
    boolean entriesOnly = !options.calls() && options.bounds().maxDepth() == Integer.MAX_VALUE;
    return entriesOnly ? Probing.ENTRIES : Probing.CALLS;
  }

  private static Consumer<String> once(Consumer<String> warnings) {
    Set<String> said = ConcurrentHashMap.newKeySet();
    return warning -> {
      if (said.add(warning)) {
        warnings.accept(warning);
      }
    };
  }
}
