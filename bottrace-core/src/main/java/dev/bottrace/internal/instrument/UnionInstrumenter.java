package dev.bottrace.internal.instrument;

import dev.bottrace.internal.instrument.ClassInstrumenter.ClassPlan;
import dev.bottrace.internal.instrument.ProbedClass.Needs;
import dev.bottrace.internal.symbol.ClassIds;
import dev.bottrace.internal.symbol.ScopeUse;
import dev.bottrace.internal.symbol.SymbolTable;
import dev.bottrace.option.ClassFilter;
import dev.bottrace.option.Scope;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;

/**
 * Puts probes into classes that several recordings share: each method gets once what any of them
 * needs. Safe for use by any number of threads.
 */
public final class UnionInstrumenter {
  private static final String TAKEN =
      "has breakpoints of another recording, so those of this one are not set until that has ended";

  private final SymbolTable symbols;

  /**
   * Makes an instrumenter.
   *
   * @param symbols gives the same ids to the same methods
   */
  public UnionInstrumenter(SymbolTable symbols) {
    this.symbols = symbols;
  }

  /**
   * What became of a class.
   *
   * @param classFile the class to define in its place
   * @param probes which probes it has
   */
  public record Result(InstrumentedClass classFile, ProbedClass probes) {}

  /**
   * Instruments a class.
   *
   * @param original its bytes, which are not changed
   * @param own whether it is the program's own code, as opposed to a library's
   * @param wishes what is wanted of it
   * @return null if nobody wants anything of it
   */
  public @Nullable Result instrument(byte[] original, boolean own, List<? extends Wish> wishes) {
    ClassReader whole = new ClassReader(original);
    WholeClassFile.check(whole, original);
    Set<Wish> atPlaces = new LinkedHashSet<>();
    byte[] classFile = withBreakpoints(original, own, wishes, atPlaces);
    ClassReader reader = classFile == original ? whole : new ClassReader(classFile);
    ClassOutline outline = ClassOutline.of(reader);
    List<Wish> accepted = new ArrayList<>();
    for (Wish wish : wishes) {
      if (wish.probing() != Probing.NONE
          && wish.accepts(outline.internalName(), outline.sourcePath(), own)) {
        accepted.add(wish);
      }
    }
    Needs needs = Needs.of(accepted);
    ClassInstrumenter instrumenter = instrumenter(needs);
    List<MethodOutline> methods = accepted.isEmpty() ? List.of() : instrumenter.traced(outline);
    if (!accepted.isEmpty() && methods.isEmpty()) {
      symbols.noCodeIn(outline.className());
    }
    if (methods.isEmpty() && atPlaces.isEmpty()) {
      return null;
    }
    ClassPlan plan =
        new ClassPlan(outline, methods, false, ClassBreakpoints.NONE, symbols, new ClassIds());
    ClassSites sites = instrumenter.sites(plan);
    if (!methods.isEmpty()) {
      InstrumentedClass changed = instrumenter.probe(reader, plan, sites);
      classFile = changed.classFile();
      warn(outline.internalName(), changed, accepted);
    }
    ProbedClass probes =
        new ProbedClass(outline, own, needs, plan.firstId(), methods, atPlaces, sites);
    accepted.forEach(probes::tell); // before the class runs
    return new Result(new InstrumentedClass(classFile, List.of()), probes);
  }

  /**
   * One recording has the breakpoints of a class at a time: the variables of a method are not where
   * its compiler said once there is code before its beginning.
   */
  private static byte[] withBreakpoints(
      byte[] original, boolean own, List<? extends Wish> wishes, Set<Wish> atPlaces) {
    byte[] classFile = original;
    for (Wish wish : wishes) {
      ClassInstrumenter breakpoints = wish.breakpoints();
      if (breakpoints != null) {
        InstrumentedClass changed = breakpoints.instrument(original, own);
        if (changed.classFile() != original) {
          if (atPlaces.isEmpty()) {
            atPlaces.add(wish);
            classFile = changed.classFile();
          } else {
            wish.warning(new ClassReader(original).getClassName(), TAKEN);
          }
        }
        if (!changed.warnings().isEmpty()) {
          warn(new ClassReader(original).getClassName(), changed, List.of(wish));
        }
      }
    }
    return classFile;
  }

  private static void warn(String internalName, InstrumentedClass changed, List<Wish> wishes) {
    for (String warning : changed.warnings()) {
      wishes.forEach(wish -> wish.warning(internalName, warning));
    }
  }

  private ClassInstrumenter instrumenter(Needs needs) {
    return new ClassInstrumenter(
            symbols,
            ClassFilter.of(Scope.DEFAULT),
            needs.lambdas(),
            needs.probing(),
            needs.values(),
            ExitCalls.NONE,
            new ScopeUse(Scope.DEFAULT),
            null)
        .crossing(needs.borders());
  }
}
