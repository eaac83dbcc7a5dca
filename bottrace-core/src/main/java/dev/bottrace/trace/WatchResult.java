package dev.bottrace.trace;

import org.jspecify.annotations.Nullable;

/**
 * What a watch expression gave at a breakpoint: a value, or the reason why there is none.
 * Immutable.
 *
 * @param expression as it was given
 * @param value its value; null if it has none
 * @param error why it has none; null if it has one
 */
public record WatchResult(
    String expression, @Nullable CapturedValue value, @Nullable String error) {}
