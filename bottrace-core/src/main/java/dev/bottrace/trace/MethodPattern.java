package dev.bottrace.trace;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Names methods, as traces name them:
 *
 * <table>
 * <caption>Patterns</caption>
 * <tr><td>{@code Orders.place}</td>
 *     <td>method {@code place} of class {@code Orders} in any package</td></tr>
 * <tr><td>{@code com.acme.Orders.place}</td><td>of the class in that package only</td></tr>
 * <tr><td>{@code Outer$Inner.run}</td><td>of a nested class</td></tr>
 * <tr><td>{@code Core.<init>}, {@code Core.<clinit>}, {@code App.lambda$main$0}</td>
 *     <td>a constructor, the static initialiser, the body of a lambda expression</td></tr>
 * <tr><td>{@code Orders.*}</td><td>all of them, of one class</td></tr>
 * <tr><td>{@code *Repository.save*}</td><td>stars in names</td></tr>
 * <tr><td>{@code *.*}, {@code ..}</td><td>everything</td></tr>
 * <tr><td>{@code com.acme.orders..}</td>
 *     <td>everything in a package and in those below it</td></tr>
 * <tr><td>{@code ..web..}</td><td>everything in packages that have {@code web} in their name as a
 *     whole, anywhere</td></tr>
 * <tr><td>{@code com.acme..*Repository.save}</td><td>a method of classes in a package and
 *     below</td></tr>
 * </table>
 *
 * <p>In detail: names stand with a dot between them. {@code *} stands for any characters of one
 * name, also none; {@code ..} for any number of packages, also none. A pattern that ends with
 * {@code ..} means all methods of all classes there. In any other one the last name is a method and
 * the one before it a class, both as the JVM writes them; what stands before them is the whole
 * package, and where nothing does, the class may be in any package, the default one included. Case
 * matters. Overloads count together, as a pattern has no parameters. {@code Inner.run} is no method
 * of {@code Outer$Inner}; {@code *$Inner.run} is.
 *
 * <p>A name alone, as in {@code Orders}, is refused: it does not say whether it is a class or a
 * method. So is a pattern that turns out to be the name of a class or a package of which something
 * ran, as {@code com.acme.Orders} may be: as a pattern it means a method, so it would match
 * nothing, and "never called" would be true for the wrong reason. The message says how to write
 * either. What a pattern names need not be in the trace, or exist: then it matches nothing.
 *
 * <p>Patterns are equal if their texts are. Immutable.
 */
public final class MethodPattern {
  private final String text;
  private final List<String> packages;
  private final @Nullable String className;
  private final @Nullable String method;

  /**
   * Makes a pattern.
   *
   * @param text what was given
   * @param packages names that may hold stars, {@link PatternReader#ANY} for any number of any
   * @param className null for all classes
   * @param method null for all methods
   */
  MethodPattern(
      String text, List<String> packages, @Nullable String className, @Nullable String method) {
    this.text = text;
    this.packages = List.copyOf(packages);
    this.className = className;
    this.method = method;
  }

  /**
   * Reads a pattern.
   *
   * @param pattern as described above
   * @return the pattern
   * @throws NullPointerException if it is null
   * @throws IllegalArgumentException if it is none; the message says at which character, and what
   *     would be right
   */
  public static MethodPattern of(String pattern) {
    return new PatternReader(pattern).read();
  }

  /**
   * Tells whether it names a method.
   *
   * @param candidate a method that ran
   * @return true if it does
   * @throws IllegalArgumentException if it names the class or a package of the method, or the class
   *     in the form of source code ({@code Outer.Inner}), and so can't be meant as it stands
   */
  public boolean matches(TracedMethod candidate) {
    String binaryName = candidate.className();
    int dot = binaryName.lastIndexOf('.');
    boolean matches =
        (method == null || Wildcards.match(method, candidate.name()))
            && (className == null || Wildcards.match(className, binaryName.substring(dot + 1)))
            && Wildcards.matchAll(packages, dot < 0 ? "" : binaryName.substring(0, dot));
    if (!matches) {
      MisreadPattern.refuse(text, method, candidate);
    }
    return matches;
  }

  /** Tells whether a class may have a method that it names. */
  boolean mayBeIn(String binaryName) {
    int dot = binaryName.lastIndexOf('.');
    return (className == null || Wildcards.match(className, binaryName.substring(dot + 1)))
        && Wildcards.matchAll(packages, dot < 0 ? "" : binaryName.substring(0, dot));
  }

  /** Returns how the names of all classes begin that it names: whole names, as far as is known. */
  String commonPrefix() {
    StringBuilder prefix = new StringBuilder();
    for (String name : packages) {
      if (name.equals(PatternReader.ANY) || name.indexOf('*') >= 0) {
        return prefix.toString();
      }
      prefix.append(prefix.isEmpty() ? "" : ".").append(name);
    }
    boolean isKnown = className != null && className.indexOf('*') < 0;
    return isKnown && !prefix.isEmpty() ? prefix + "." + className : prefix.toString();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof MethodPattern pattern && pattern.text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  /** Returns the text that it was made from. */
  @Override
  public String toString() {
    return text;
  }
}
