package dev.bottrace.option;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where to capture state, and when. Immutable.
 *
 * @param place a line or a method
 * @param condition a watch expression that has to be true; null for always
 */
public record Breakpoint(Place place, @Nullable String condition) {
  private static final Pattern CONDITIONAL = Pattern.compile("\\s+if(?=[\\s(])");
  private static final Pattern LINE = Pattern.compile("(.*):([^:/\\\\]*)", Pattern.DOTALL);
  private static final Pattern METHOD =
      Pattern.compile(
          "([\\p{L}_$][\\p{L}\\p{N}_$.]*)\\.(<init>|<clinit>|[\\p{L}_$][\\p{L}\\p{N}_$-]*)");
  private static final Pattern SOURCE_ENDING =
      Pattern.compile(".*\\.(java|kts?|scala|groovy|clj[cs]?|js|rb|py)", Pattern.DOTALL);

  /** A place in the program's code. */
  public sealed interface Place {
    /**
     * Tells whether a class of which nothing but the name is known may be meant.
     *
     * @param binaryName as in {@code com.acme.Outer$Inner}
     * @return whether it is called as the place says, or as its source file
     */
    boolean mayBeIn(String binaryName);
  }

  /**
   * All code of one line of a source file.
   *
   * @param file tail of its path, whole segments, with slashes
   * @param line at least 1
   */
  public record Line(String file, int line) implements Place {
    /**
     * Tells whether a class comes from that file.
     *
     * @param sourcePath package path and source file, as in {@code com/acme/Core.java}
     * @return whether one path is the tail of the other, in whole segments
     */
    public boolean isIn(String sourcePath) {
      return isTail(sourcePath, file) || isTail(file, sourcePath);
    }

    @Override
    public boolean mayBeIn(String binaryName) {
      int nested = binaryName.indexOf('$', binaryName.lastIndexOf('.') + 2);
      String outermost = nested < 0 ? binaryName : binaryName.substring(0, nested);
      int ending = fileName().lastIndexOf('.');
      return isIn(outermost.replace('.', '/') + (ending < 0 ? "" : fileName().substring(ending)));
    }

    /**
     * Names the file without its folders.
     *
     * @return the last segment
     */
    public String fileName() {
      return file.substring(file.lastIndexOf('/') + 1);
    }

    private static boolean isTail(String path, String tail) {
      return path.endsWith(tail)
          && (path.length() == tail.length()
              || path.charAt(path.length() - tail.length() - 1) == '/');
    }
  }

  /**
   * The entries of all methods of one name in a class.
   *
   * @param className binary name, with or without its package; nested classes with {@code $} or dot
   * @param method its name
   */
  public record Method(String className, String method) implements Place {
    /**
     * Tells whether a class is meant.
     *
     * @param binaryName as in {@code com.acme.Outer$Inner}
     * @return whether it is, or ends in, the name of this breakpoint
     */
    public boolean isIn(String binaryName) {
      String name = binaryName.replace('$', '.');
      String wanted = className.replace('$', '.');
      return name.endsWith(wanted)
          && (name.length() == wanted.length()
              || name.charAt(name.length() - wanted.length() - 1) == '.');
    }

    @Override
    public boolean mayBeIn(String binaryName) {
      return isIn(binaryName);
    }

    /**
     * Names the class without package and outer classes.
     *
     * @return the last segment
     */
    public String simpleName() {
      String name = className.replace('$', '.');
      return name.substring(name.lastIndexOf('.') + 1);
    }
  }

  /**
   * Reads a breakpoint.
   *
   * @param text {@code FILE:LINE} or {@code Class.method}, either followed by {@code if} and an
   *     expression
   * @return the breakpoint, whose condition has not been looked at
   * @throws IllegalArgumentException if it is neither
   */
  public static Breakpoint of(String text) {
    Matcher conditional = CONDITIONAL.matcher(text);
    boolean hasCondition = conditional.find();
    String place = (hasCondition ? text.substring(0, conditional.start()) : text).trim();
    String condition = hasCondition ? text.substring(conditional.end()).trim() : null;
    if (condition != null && condition.isEmpty()) {
      throw wrong(text, "there is no expression after if");
    }
    return new Breakpoint(place(text, place), condition);
  }

  private static Place place(String text, String place) {
    Matcher line = LINE.matcher(place);
    if (line.matches()) {
      return line(text, line.group(1), line.group(2));
    }
    if (SOURCE_ENDING.matcher(place).matches()) {
      throw wrong(text, "it has no line: " + place + ":LINE");
    }
    Matcher method = METHOD.matcher(place);
    if (!method.matches()) {
      throw wrong(text, "it is neither FILE:LINE nor Class.method");
    }
    return new Method(method.group(1), method.group(2));
  }

  private static Line line(String text, String file, String number) {
    String path = file.trim().replace('\\', '/').replaceAll("/+", "/").replaceAll("^(\\./)+", "");
    if (path.matches(".*:\\d+")) {
      throw wrong(text, "it has two numbers; a breakpoint is FILE:LINE");
    }
    if (path.isEmpty() || path.endsWith("/")) {
      throw wrong(text, "it names no file before the colon");
    }
    int line;
    try {
      line = Integer.parseInt(number.trim());
    } catch (NumberFormatException e) {
      throw wrong(text, "'" + number + "' is no line number");
    }
    if (line < 1) {
      throw wrong(text, "lines begin at 1");
    }
    return new Line(path, line);
  }

  private static IllegalArgumentException wrong(String text, String why) {
    return new IllegalArgumentException("no breakpoint: '" + text + "': " + why);
  }

  /**
   * Names the place.
   *
   * @return the place as it may be given
   */
  public String where() {
    return place instanceof Line line
        ? line.file() + ':' + line.line()
        : place instanceof Method method ? method.className() + '.' + method.method() : "";
  }

  /** Returns the breakpoint as it may be given. */
  @Override
  public String toString() {
    return condition == null ? where() : where() + " if " + condition;
  }
}
