package dev.bottrace.trace;

/**
 * Calls from one package into another. Ordered by the names of the packages. Immutable.
 *
 * @param from package of the callers; empty for the default package
 * @param to package of the called methods
 * @param count how many calls
 * @param example the first one; its caller is in {@code from}
 */
public record PackageEdge(String from, String to, long count, Call example)
    implements Comparable<PackageEdge> {
  /** Orders by caller, then by callee. */
  @Override
  public int compareTo(PackageEdge other) {
    int order = from.compareTo(other.from);
    return order != 0 ? order : to.compareTo(other.to);
  }

  /** Returns both packages and the count, as in {@code com.acme.web -> com.acme.db: 12 calls}. */
  @Override
  public String toString() {
    return name(from) + " -> " + name(to) + ": " + count + (count == 1 ? " call" : " calls");
  }

  private static String name(String packageName) {
    return packageName.isEmpty() ? "(default package)" : packageName;
  }
}
