package dev.bottrace.benchmarks;

/** What is traced. */
public enum Workload {
  /** A chain of ten nested calls with an empty leaf. */
  W1(10),
  /** Recursion: fib(20). */
  W2(21_891),
  /** A small program with a real program's mix; its calls are counted by F-count. */
  W3(0);

  private final int calls;

  Workload(int calls) {
    this.calls = calls;
  }

  /** Returns calls of one repetition, worked out by hand; 0 where nobody could. */
  int calls() {
    return calls;
  }
}
