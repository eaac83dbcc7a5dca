package dev.bottrace.internal.record;

import dev.bottrace.internal.symbol.BreakpointSite;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place that execution has come to, and what its variables hold.
 *
 * @param site the place
 * @param declaring the class that it is in; null if that is not known
 * @param values of its variables, in their order
 */
record Reached(BreakpointSite site, @Nullable Class<?> declaring, List<@Nullable Object> values) {}
