package dev.bottrace.internal.record;

import org.jspecify.annotations.Nullable;

/**
 * A task that a thread runs, perhaps inside another one. Held only by that thread, while it runs
 * it.
 *
 * @param task the task; null for what the thread was started for
 * @param queue the executor whose thread it is; null if it did not come from there
 * @param origin where it was handed over; null if no traced code did, or if that is not known
 * @param depth number of traced calls that were open in the thread when it began
 * @param around what the thread ran when it began; null for what it was started for
 */
record RunningTask(
    @Nullable Object task,
    @Nullable Object queue,
    @Nullable Handover origin,
    int depth,
    @Nullable RunningTask around) {}
