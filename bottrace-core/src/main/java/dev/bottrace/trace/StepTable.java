package dev.bottrace.trace;

import java.util.Arrays;
import java.util.List;

/** Which steps of a path each method is one of, found out once a method. */
final class StepTable {
  private final List<MethodPattern> steps;
  private long[] masks = new long[64];
  private boolean[] known = new boolean[64];

  StepTable(List<MethodPattern> steps) {
    this.steps = steps;
  }

  /** Returns a bit for each step whose pattern names the method. */
  long of(TracedMethod method) {
    int id = method.id();
    return id < known.length && known[id] ? masks[id] : find(method);
  }

  private long find(TracedMethod method) {
    int id = method.id();
    if (id >= known.length) {
      int larger = Math.max(2 * known.length, id + 1);
      masks = Arrays.copyOf(masks, larger);
      known = Arrays.copyOf(known, larger);
    }
    long mask = 0;
    for (int step = 0; step < steps.size(); step++) {
      mask |= steps.get(step).matches(method) ? 1L << step : 0;
    }
    masks[id] = mask;
    known[id] = true;
    return mask;
  }
}
