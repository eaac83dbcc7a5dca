package dev.bottrace.internal.symbol;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place in the code of one method at which breakpoints fire.
 *
 * @param id number of the place, as code has it
 * @param breakpoints numbers of the breakpoints that it belongs to, in the order in which they were
 *     given
 * @param className binary name of the class
 * @param method name of the method
 * @param descriptor of the method
 * @param file package path and source file
 * @param line of the place; 0 if not known
 * @param conditional whether a condition decides for any of the breakpoints
 * @param variables those that exist and are assigned there; {@code this} first
 * @param needed which of these the conditions may read, by their positions in the list
 * @param note why variables are missing; null if none are
 */
public record BreakpointSite(
    int id,
    List<Integer> breakpoints,
    String className,
    String method,
    String descriptor,
    String file,
    int line,
    boolean conditional,
    List<SiteVariable> variables,
    List<Integer> needed,
    @Nullable String note) {
  BreakpointSite withId(int given) {
    return new BreakpointSite(
        given,
        breakpoints,
        className,
        method,
        descriptor,
        file,
        line,
        conditional,
        variables,
        needed,
        note);
  }

  /**
   * Says where it is.
   *
   * @return file, colon, line
   */
  public String location() {
    return line == 0 ? file : file + ':' + line;
  }

  /**
   * Names the method as traces do.
   *
   * @return class without package, dot, method
   */
  public String displayName() {
    return className.substring(className.lastIndexOf('.') + 1) + '.' + method;
  }
}
