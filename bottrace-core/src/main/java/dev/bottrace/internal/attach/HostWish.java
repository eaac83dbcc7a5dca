package dev.bottrace.internal.attach;

import dev.bottrace.internal.instrument.Border;
import dev.bottrace.internal.instrument.ClassInstrumenter;
import dev.bottrace.internal.instrument.ExitCalls;
import dev.bottrace.internal.instrument.Probing;
import dev.bottrace.internal.instrument.ValueProbes;
import dev.bottrace.internal.instrument.Wish;
import dev.bottrace.internal.symbol.BreakpointTable;
import dev.bottrace.internal.symbol.CallsToUse;
import dev.bottrace.internal.symbol.ScopeUse;
import dev.bottrace.option.ClassFilter;
import dev.bottrace.option.TraceOptions;
import dev.bottrace.trace.Receipt;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * What a recording wants of the classes of a host, and what it got. Safe for use by any number of
 * threads, but for {@link #hasLookedAt}.
 */
final class HostWish implements Wish {
  private final TraceOptions options;
  private final Hub hub;
  private final HostNotices notices;
  private final ClassFilter filter;
  private final ScopeUse scopeUse;
  private final NamedPlaces places;
  private final BreakpointTable table;
  private final @Nullable ClassInstrumenter placer;
  private final MethodSet methods = new MethodSet();
  private final IntPredicate isTraced = methods::contains;
  private final MethodSet called = new MethodSet();
  private final CallsToUse callsToUse;
  private final @Nullable Border border;
  private final LeftAlone leftAlone = new LeftAlone();
  private final Set<Class<?>> lookedAt = Collections.newSetFromMap(new WeakHashMap<>());

  /**
   * Makes a wish.
   *
   * @param options what to record
   * @param hub of the host
   * @param number under which the hub knows the recording's breakpoints, if there are any
   * @param notices take what can't be fulfilled
   */
  HostWish(TraceOptions options, Hub hub, int number, HostNotices notices) {
    this.options = options;
    this.hub = hub;
    this.notices = notices;
    this.filter = ClassFilter.of(options.scope());
    this.scopeUse = new ScopeUse(options.scope());
    this.callsToUse = new CallsToUse(options);
    this.border =
        options.recordsCallsTo()
            ? new Border(options.scope(), hub.code()::origin, callsToUse)
            : null;
    this.places = new NamedPlaces(options);
    this.table = new BreakpointTable(options.state().breakpoints(), number << HostPlaces.BITS);
    this.placer =
        options.state().breakpoints().isEmpty()
            ? null
            : new ClassInstrumenter(
                hub.symbols(),
                filter,
                true,
                Probing.NONE,
                ValueProbes.NONE,
                ExitCalls.NONE,
                table,
                scopeUse);
  }

  /** Returns the places of the recording's breakpoints. */
  BreakpointTable table() {
    return table;
  }

  /** Returns the methods and the calls that have their probes. */
  MethodSet methods() {
    return methods;
  }

  /** Returns the classes that are in scope, and are not recorded. */
  LeftAlone leftAlone() {
    return leftAlone;
  }

  /** Says what of the scope, and which calls of code that is not traced, produced nothing. */
  List<Receipt> receipts() {
    List<Receipt> receipts = new ArrayList<>(scopeUse.receipts());
    receipts.addAll(callsToUse.receipts(called::contains));
    return receipts;
  }

  /** Tells whether a loaded class may be in scope. */
  boolean mayWant(Class<?> type) {
    String name = HostClasses.internalName(type);
    scopeUse.loaded(name, null);
    boolean own = !filter.mayAccept(false) && hub.code().mayBeOwn(type);
    return filter.accepts(name, null, own) || places.mayBeIn(name);
  }

  /** Tells whether a class was come to before. With the hub's lock. */
  boolean hasLookedAt(Class<?> type) {
    return !lookedAt.add(type);
  }

  /** A class could not be instrumented. */
  void failed(String internalName, Throwable why) {
    leaveAlone(internalName.replace('/', '.'), "it could not be instrumented: " + why);
  }

  /** A class is in scope, or has breakpoints, and is not recorded. */
  void leaveAlone(String binaryName, String reason) {
    leftAlone.add(binaryName, reason);
    table.leftAlone(binaryName, reason);
  }

  /** Tells whether a call of code without probes is of interest, and notes that it was made. */
  boolean crosses(int site, @Nullable Class<?> receiver) {
    if (!methods.contains(site)
        || (receiver != null
            && hub.symbols().callSites().leadsToTraced(site, receiver, isTraced))) {
      return false;
    }
    if (!called.contains(site)) {
      called.add(site);
    }
    return true;
  }

  @Override
  public boolean accepts(String internalName, @Nullable String sourcePath, boolean own) {
    scopeUse.loaded(internalName, sourcePath);
    return filter.accepts(internalName, sourcePath, own);
  }

  @Override
  public boolean lambdas() {
    return options.scope().lambdas();
  }

  @Override
  public Probing probing() {
    return Probing.of(options);
  }

  @Override
  public ValueProbes values() {
    return ValueProbes.of(options);
  }

  @Override
  public @Nullable ClassInstrumenter breakpoints() {
    return placer;
  }

  @Override
  public @Nullable Border border() {
    return border;
  }

  @Override
  public void observes(int method) {
    methods.add(method);
  }

  @Override
  public void warning(String internalName, String reason) {
    notices.keep(internalName.replace('/', '.') + ": " + reason);
  }
}
