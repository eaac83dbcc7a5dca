package dev.bottrace.benchmarks;

/** What is traced. */
public enum Workload {
  /** A chain of ten nested calls with an empty leaf. */
  W1("W1", 10, 0),
  /** Recursion: fib(20). */
  W2("W2", 21_891, 0),
  /** A small program with a real program's mix; its calls are counted by F-count. */
  W3("W3", 0, 0),
  /** W1 in two threads at a time, neither of them the main thread; both make all the calls. */
  W4("W4", 10, 2),
  /** What W4 is compared with: one such thread. */
  W4_ALONE("W4, one thread", 10, 1);

  private final String title;
  private final int calls;
  private final int threads;

  Workload(String title, int calls, int threads) {
    this.title = title;
    this.calls = calls;
    this.threads = threads;
  }

  /** Returns calls of one repetition in one thread, worked out by hand; 0 where nobody could. */
  int calls() {
    return calls;
  }

  /** Returns how many threads of its own it has; 0 if it runs in the main thread. */
  int threads() {
    return threads;
  }

  /** Returns how often all of it happens at a time. */
  int copies() {
    return Math.max(1, threads);
  }

  @Override
  public String toString() {
    return title;
  }
}
