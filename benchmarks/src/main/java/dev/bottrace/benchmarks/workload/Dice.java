package dev.bottrace.benchmarks.workload;

/** Numbers that look random. */
final class Dice {
  private long state;

  Dice(int seed) {
    this.state = seed;
  }

  int below(int bound) {
    return (int) (next() % bound);
  }

  boolean oneIn(int chances) {
    return below(chances) == 0;
  }

  char character(String from) {
    return from.charAt(below(from.length()));
  }

  String element(String[] from) {
    return from[below(from.length)];
  }

  private long next() {
    state = state * 6364136223846793005L + 1442695040888963407L;
    return state >>> 40;
  }
}
