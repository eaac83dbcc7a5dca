package dev.bottrace.internal.code;

/** Counts what an evaluation does and ends it when that is too much. */
final class Meter {
  private final int maxSteps;
  private final int maxDepth;
  private final int maxCreated;
  private long steps;
  private long created;
  private int depth;

  Meter(int maxSteps, int maxDepth, int maxCreated) {
    this.maxSteps = maxSteps;
    this.maxDepth = maxDepth;
    this.maxCreated = maxCreated;
  }

  void step() {
    steps(1);
  }

  /** Adds a cost; it may be large, but not so that the sum of two overflows. */
  void steps(long count) {
    steps += count;
    if (steps > maxSteps) {
      throw Refusal.of("takes more than " + maxSteps + " steps");
    }
  }

  /** Called before the creation. */
  void create(long count) {
    created += count;
    if (created > maxCreated) {
      throw Refusal.of("creates more than " + maxCreated + " objects, elements and characters");
    }
  }

  void enter() {
    if (depth >= maxDepth) {
      throw Refusal.of("calls deeper than " + maxDepth + " levels");
    }
    depth++;
  }

  void leave() {
    depth--;
  }
}
