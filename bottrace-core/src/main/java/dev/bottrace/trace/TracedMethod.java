package dev.bottrace.trace;

/**
 * A method, as traces name it: one that is traced, or one that is not, as it is called from a line
 * of one that is. Immutable.
 *
 * @param id number of the method in its trace, from 0, in the order in which classes were loaded
 * @param className binary name of its class, as in {@code com.acme.Outer$Inner}; if it is not
 *     traced, of the class that the call names
 * @param name as the JVM writes it: {@code place}, {@code <init>}, {@code lambda$main$0}
 * @param descriptor parameter and return types, as in {@code (I)V}
 * @param file path of the package and the source file, as in {@code com/acme/Outer.java}; ends in
 *     {@code .class} where the class does not say from which source it was compiled; if it is not
 *     traced, of the code that calls it
 * @param line its first line, or, if it is not traced, that of the call; 0 if the class has no line
 *     numbers
 */
public record TracedMethod(
    int id, String className, String name, String descriptor, String file, int line)
    implements Comparable<TracedMethod> {

  /**
   * Names the method as traces do.
   *
   * @return class without package, dot, method, as in {@code Outer$Inner.place}
   */
  public String displayName() {
    return className.substring(className.lastIndexOf('.') + 1) + '.' + name;
  }

  /**
   * Names the package of its class.
   *
   * @return as in {@code com.acme}; empty for the default package
   */
  public String packageName() {
    return className.substring(0, Math.max(0, className.lastIndexOf('.')));
  }

  /**
   * Says where the method begins, or is called if it is not traced.
   *
   * @return file, colon, line, as in {@code com/acme/Outer.java:12}
   */
  public String location() {
    return file + ':' + line;
  }

  /** Orders by display name, then file, line, class and descriptor. */
  @Override
  public int compareTo(TracedMethod other) {
    int order = displayName().compareTo(other.displayName());
    order = order != 0 ? order : file.compareTo(other.file);
    order = order != 0 ? order : Integer.compare(line, other.line);
    order = order != 0 ? order : className.compareTo(other.className);
    return order != 0 ? order : descriptor.compareTo(other.descriptor);
  }

  /** Returns display name and location. */
  @Override
  public String toString() {
    return displayName() + ' ' + location();
  }
}
