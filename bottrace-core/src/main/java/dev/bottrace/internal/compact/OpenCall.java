package dev.bottrace.internal.compact;

import dev.bottrace.trace.TracedMethod;

/**
 * A call that has not ended.
 *
 * @param method which was called
 * @param number its number among all calls, from 0
 */
public record OpenCall(TracedMethod method, long number) {}
