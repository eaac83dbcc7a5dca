package dev.bottrace.internal.symbol;

import dev.bottrace.option.ClassFilter;
import dev.bottrace.option.Scope;
import dev.bottrace.option.TraceOptions;
import dev.bottrace.trace.Receipt;
import dev.bottrace.trace.Receipt.Kind;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Notes what the prefixes of called code have met in traced code. Safe for use by any number of
 * threads.
 */
public final class CallsToUse {
  private final boolean recorded;
  private final boolean bounded;
  private final List<Prefix> prefixes = new ArrayList<>();

  /** What one prefix has met. */
  private static final class Prefix {
    final String text;
    final ClassFilter filter;
    final BitSet sites = new BitSet();
    boolean traced;
    boolean handedOn;

    Prefix(String text) {
      this.text = text;
      this.filter = ClassFilter.of(new Scope(List.of(text), List.of(), true));
    }
  }

  /**
   * Begins with nothing met.
   *
   * @param options what is recorded
   */
  public CallsToUse(TraceOptions options) {
    this.recorded = options.recordsCallsTo();
    this.bounded = options.bounds().maxDepth() != Integer.MAX_VALUE;
    for (String prefix : options.scope().callsTo()) {
      prefixes.add(new Prefix(prefix));
    }
  }

  private interface Note {
    void on(Prefix prefix);
  }

  private synchronized void each(String owner, Note note) {
    for (Prefix prefix : prefixes) {
      if (prefix.filter.accepts(owner, SourcePaths.guess(owner), false)) {
        note.on(prefix);
      }
    }
  }

  /**
   * Notes a site.
   *
   * @param owner internal name of the class that it calls
   * @param id of the site
   */
  public void site(String owner, int id) {
    each(owner, prefix -> prefix.sites.set(id));
  }

  /**
   * Notes a call of a class that is traced itself.
   *
   * @param owner its internal name
   */
  public void traced(String owner) {
    each(owner, prefix -> prefix.traced = true);
  }

  /**
   * Notes a method that is not called, but handed on for others to call.
   *
   * @param owner internal name of its class
   */
  public void handedOn(String owner) {
    each(owner, prefix -> prefix.handedOn = true);
  }

  /**
   * Says which prefixes have met no call.
   *
   * @param called tells of a site's id whether a call was made there
   * @return in the order in which they were given
   */
  public synchronized List<Receipt> receipts(IntPredicate called) {
    List<Receipt> receipts = new ArrayList<>();
    for (Prefix prefix : prefixes) {
      if (prefix.sites.stream().noneMatch(called)) {
        receipts.add(new Receipt(Kind.CALLS_TO, prefix.text, reason(prefix)));
      }
    }
    return receipts;
  }

  private String reason(Prefix prefix) {
    if (!recorded) {
      return "calls are neither recorded nor counted";
    }
    int sites = prefix.sites.cardinality();
    if (sites > 0) {
      String within = bounded ? " in the levels that are recorded" : "";
      return (sites == 1 ? "1 call of it stands" : sites + " calls of it stand")
          + " in traced code that was loaded, none was made"
          + within;
    }
    if (prefix.traced) {
      return "what is called there is traced itself";
    }
    return prefix.handedOn
        ? "traced code that was loaded has method references to it, whose calls are not seen"
        : "no call of it stands in traced code that was loaded";
  }
}
