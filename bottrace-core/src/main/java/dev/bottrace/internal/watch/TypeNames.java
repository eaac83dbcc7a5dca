package dev.bottrace.internal.watch;

/** Types as messages name them. */
final class TypeNames {
  private TypeNames() {}

  static String of(Class<?> type) {
    return type == Node.NULL ? "null" : type.getTypeName();
  }
}
