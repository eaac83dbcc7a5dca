package dev.bottrace.option;

/**
 * How much of a value is captured. Immutable.
 *
 * @param depth levels of objects inside objects, at least 0
 * @param elements of an array or a collection, at least 0
 * @param characters of a string, at least 0
 * @param fields of an object, at least 0
 * @param budget objects, elements and fields that one snapshot looks at in all, at least 1
 */
public record Limits(int depth, int elements, int characters, int fields, int budget) {
  /** What holds unless told otherwise. */
  public static final Limits DEFAULT = new Limits(3, 100, 255, 20, 10_000);
}
