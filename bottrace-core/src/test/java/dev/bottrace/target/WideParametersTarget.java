package dev.bottrace.target;

/** Parameters and variables that take two slots, and parameters whose slots are used again. */
final class WideParametersTarget {
  private final long sum;

  private WideParametersTarget(long left, double right, int last) {
    this.sum = left + (long) right + last;
  }

  private static double all(byte a, long b, float c, double d, char e, boolean f, long g) {
    double result = a + b + c;
    long more = e + g;
    return f ? result + more : d;
  }

  private double ofInstance(double factor, long offset) {
    long product = (long) (sum * factor);
    for (long i = 0; i < 3; i++) {
      product += i * offset;
    }
    return product;
  }

  private static long reused(int count, long start) {
    start += count;
    count = 0;
    {
      double block = start * 0.5;
      start = (long) block;
    }
    {
      int first = count + 1;
      long second = first + start;
      count = (int) second;
    }
    return start + count;
  }

  public static void main(String[] args) {
    WideParametersTarget made = new WideParametersTarget(1L << 35, 2.5, 3);
    System.out.println(made.sum);
    System.out.println(made.ofInstance(0.5, 7L));
    System.out.println(all((byte) 1, 2L, 3.0f, 4.0, 'a', true, 1L << 40));
    System.out.println(all((byte) 1, 2L, 3.0f, 4.0, 'a', false, 1L << 40));
    System.out.println(reused(3, 10L));
  }
}
