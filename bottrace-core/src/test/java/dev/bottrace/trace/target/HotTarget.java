package dev.bottrace.trace.target;

/** A caller that was compiled long before its callee comes to the line. */
public final class HotTarget {
  private static final int TIMES = 30_000;
  private static long sum;

  private HotTarget() {}

  private static void callee(int round, boolean last) {
    if (last) {
      sum += round; // BREAK: callee
    }
    sum++;
  }

  private static long caller(int round, String text, double ratio) {
    int twice = round * 2;
    long wide = (long) round << 33;
    String label = text + twice;
    boolean last = round == TIMES - 1;
    double quarter = ratio / 4;
    callee(round, last);
    long after = wide + label.length();
    return after + (long) quarter;
  }

  private static void outer(int round) {
    char letter = (char) ('a' + round % 26);
    float part = round / 2f;
    sum += caller(round, "r" + letter, part);
  }

  public static void main(String[] args) {
    for (int round = 0; round < TIMES; round++) {
      outer(round);
    }
    System.out.println(sum);
  }
}
