package dev.bottrace.internal.watch;

/**
 * A type as it is written, without type arguments.
 *
 * @param name {@code int}, {@code Order}, {@code java.util.Map.Entry}
 * @param dimensions how often {@code []} follows
 */
record TypeName(String name, int dimensions) {
  private static final java.util.Set<String> PRIMITIVES =
      java.util.Set.of("boolean", "byte", "short", "char", "int", "long", "float", "double");

  static boolean isPrimitive(String word) {
    return PRIMITIVES.contains(word);
  }

  boolean isPrimitive() {
    return dimensions == 0 && isPrimitive(name);
  }

  @Override
  public String toString() {
    return name + "[]".repeat(dimensions);
  }
}
