package dev.bottrace.internal.capture;

/**
 * Names classes as a Java developer writes them, without package and outer class; anonymous ones by
 * their binary name. Only the binary name is looked at: to ask for the class around it might load
 * that.
 */
final class TypeNames {
  private TypeNames() {}

  static String of(Class<?> type) {
    Class<?> component = type.getComponentType();
    return component == null ? simple(type.getName()) : of(component) + "[]";
  }

  private static String simple(String binaryName) {
    int hidden = binaryName.indexOf('/'); // what follows is an address or a number
    String name = hidden < 0 ? binaryName : binaryName.substring(0, hidden);
    name = name.substring(name.lastIndexOf('.') + 1);
    String nested = withoutNumber(name.substring(name.lastIndexOf('$') + 1));
    return nested.isEmpty() || name.startsWith("$") ? name : nested;
  }

  /** No pattern: one takes more stack than the program may have left. */
  private static String withoutNumber(String name) {
    int start = 0;
    while (start < name.length() && name.charAt(start) >= '0' && name.charAt(start) <= '9') {
      start++;
    }
    return name.substring(start);
  }
}
