package dev.bottrace.internal.instrument;

import dev.bottrace.internal.symbol.CallsToUse;
import dev.bottrace.internal.symbol.SourcePaths;
import dev.bottrace.option.ClassFilter;
import dev.bottrace.option.Scope;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;

/**
 * Tells which calls of traced code lead to code that is not traced, and are to be recorded. Safe
 * for use by any number of threads.
 */
public final class Border {
  private final Scope scope;
  private final ClassFilter wanted;
  private final ClassFilter traced;
  private final Function<String, Origin> origins;
  private final CallsToUse use;
  private final ConcurrentMap<String, Boolean> known = new ConcurrentHashMap<>();

  /** Where a class comes from. */
  public enum Origin {
    /** The program's own code. */
    OWN,
    /** A library that can be traced. */
    LIBRARY,
    /** The JDK, or nowhere: it is never traced. */
    ELSEWHERE
  }

  /**
   * Makes a border around what is traced.
   *
   * @param scope what is, and the prefixes of what it calls
   * @param origins tells where the class of an internal name comes from; loads none
   * @param use hears of what the prefixes have met
   */
  public Border(Scope scope, Function<String, Origin> origins, CallsToUse use) {
    this.scope = scope;
    this.wanted = ClassFilter.of(new Scope(scope.callsTo(), List.of(), true));
    this.traced = ClassFilter.of(scope);
    this.origins = origins;
    this.use = use;
  }

  /** Returns what it is made of: borders of equal scopes are alike. */
  Scope scope() {
    return scope;
  }

  /**
   * Tells whether a call leads across.
   *
   * @param owner internal name of the class that the call names
   * @return whether it is of interest, and not traced itself
   */
  boolean isCrossedBy(String owner) {
    Boolean crosses = known.get(owner);
    if (crosses == null) {
      crosses = crosses(owner);
      known.put(owner, crosses);
    }
    return crosses;
  }

  private boolean crosses(String owner) {
    String sourcePath = SourcePaths.guess(owner);
    if (!wanted.accepts(owner, sourcePath, false)) {
      return false;
    }
    Origin origin = origins.apply(owner);
    if (origin != Origin.ELSEWHERE && traced.accepts(owner, sourcePath, origin == Origin.OWN)) {
      use.traced(owner);
      return false;
    }
    return true;
  }

  /** Notes a place from which such a call is made. */
  void hasSite(String owner, int id) {
    use.site(owner, id);
  }

  /** Notes a method that is handed on for others to call. */
  void isHandedOn(String owner) {
    if (wanted.accepts(owner, SourcePaths.guess(owner), false)) {
      use.handedOn(owner);
    }
  }
}
