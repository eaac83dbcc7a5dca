package dev.bottrace.target;

/** Methods with any number of arguments. */
final class VarargsTarget {
  private VarargsTarget() {}

  private static int count(Object... values) {
    return values == null ? -1 : values.length;
  }

  private static long sum(long... values) {
    long sum = 0;
    for (long value : values) {
      sum += value;
    }
    return sum;
  }

  @SafeVarargs
  private static <T> T last(T first, T... others) {
    return others.length == 0 ? first : others[others.length - 1];
  }

  public static void main(String... args) {
    System.out.println(count() + count(1, "two") + count((Object[]) null));
    System.out.println(sum(1L, 2L, 3L));
    System.out.println(last("a") + last("a", "b", "c"));
  }
}
