package dev.bottrace.internal.record;

import org.jspecify.annotations.Nullable;

/**
 * What belongs to the call with which a task begins.
 *
 * @param origin where the task was handed over
 * @param arguments those of the call, as {@link CallValues} has them
 */
record CalledFrom(Handover origin, @Nullable Object arguments) {}
