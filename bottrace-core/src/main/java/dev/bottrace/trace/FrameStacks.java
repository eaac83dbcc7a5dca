package dev.bottrace.trace;

import java.util.Arrays;

/**
 * What a pass knows of the calls that are open in each thread: two longs for each depth, from 1.
 */
final class FrameStacks {
  private static final long[] NONE = {0, 0};

  private long[][] stacks = {};

  /** Returns the stack of a thread, with room for a depth; place 2 * depth is that of the call. */
  long[] of(int thread, int depth) {
    long[] stack = thread < stacks.length ? stacks[thread] : NONE;
    return 2 * depth + 1 < stack.length ? stack : larger(thread, depth);
  }

  private long[] larger(int thread, int depth) {
    if (thread >= stacks.length) {
      int from = stacks.length;
      stacks = Arrays.copyOf(stacks, Math.max(2 * from, thread + 1));
      Arrays.fill(stacks, from, stacks.length, NONE);
    }
    stacks[thread] = Arrays.copyOf(stacks[thread], Math.max(32, 4 * depth + 4));
    return stacks[thread];
  }
}
