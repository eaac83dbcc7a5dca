package dev.bottrace.internal.symbol;

import dev.bottrace.option.ClassFilter;
import dev.bottrace.option.Scope;
import dev.bottrace.trace.Receipt;
import dev.bottrace.trace.Receipt.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/** Notes which prefixes of a scope have met a class. Safe for use by any number of threads. */
public final class ScopeUse {
  private final Scope scope;
  private final ConcurrentMap<String, ClassFilter> unused = new ConcurrentHashMap<>();

  /**
   * Begins with no class.
   *
   * @param scope whose prefixes are watched
   */
  public ScopeUse(Scope scope) {
    this.scope = scope;
    scope.includes().forEach(this::watch);
    scope.excludes().forEach(this::watch);
  }

  private void watch(String prefix) {
    unused.put(prefix, ClassFilter.of(new Scope(List.of(prefix), List.of(), true)));
  }

  /**
   * Notes a class.
   *
   * @param internalName its name with slashes
   * @param sourcePath its package's path and source file; null if unknown
   */
  public void loaded(String internalName, @Nullable String sourcePath) {
    if (!unused.isEmpty()) {
      unused.values().removeIf(filter -> filter.accepts(internalName, sourcePath, false));
    }
  }

  /**
   * Says which prefixes have met no class.
   *
   * @return includes, then excludes, in the order in which they were given
   */
  public List<Receipt> receipts() {
    List<Receipt> receipts = new ArrayList<>();
    for (String prefix : scope.includes()) {
      if (unused.containsKey(prefix)) {
        receipts.add(new Receipt(Kind.INCLUDE, prefix, "no class that was loaded begins with it"));
      }
    }
    for (String prefix : scope.excludes()) {
      if (unused.containsKey(prefix)) {
        receipts.add(new Receipt(Kind.EXCLUDE, prefix, "no class that was loaded begins with it"));
      }
    }
    return receipts;
  }
}
