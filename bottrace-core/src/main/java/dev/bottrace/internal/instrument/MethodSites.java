package dev.bottrace.internal.instrument;

import dev.bottrace.internal.symbol.BreakpointSite;
import dev.bottrace.internal.symbol.BreakpointTable;
import dev.bottrace.internal.symbol.SiteVariable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Gives ids to the places of breakpoints in one method. */
final class MethodSites {
  private final BreakpointTable table;
  private final ClassBreakpoints wanted;
  private final String owner;
  private final String file;
  private final MethodOutline outline;
  private final Map<String, Integer> ids;
  private final Set<Integer> lines;
  private final List<SiteVariable> parameters;
  private final @Nullable String note;
  private int ordinal;

  /**
   * Makes ids for one method.
   *
   * @param table knows all places
   * @param wanted the breakpoints of the class
   * @param owner internal name of the class
   * @param file package path and source file
   * @param outline of the method
   * @param ids those given out already, when the class is transformed again
   * @param lines of the method that have breakpoints
   * @param parameters of the method, {@code this} first
   * @param note why variables are missing
   */
  MethodSites(
      BreakpointTable table,
      ClassBreakpoints wanted,
      String owner,
      String file,
      MethodOutline outline,
      Map<String, Integer> ids,
      Set<Integer> lines,
      List<SiteVariable> parameters,
      @Nullable String note) {
    this.table = table;
    this.wanted = wanted;
    this.owner = owner;
    this.file = file;
    this.outline = outline;
    this.ids = ids;
    this.lines = lines;
    this.parameters = parameters;
    this.note = note;
  }

  /** Returns the method's first line, 0 if it has none. */
  int firstLine() {
    return outline.line();
  }

  List<SiteVariable> parameters() {
    return parameters;
  }

  boolean hasEntry() {
    return !wanted.atEntry(outline.name()).isEmpty();
  }

  boolean countsEntries() {
    return !lines.isEmpty();
  }

  int counter() {
    Set<Integer> numbers = new TreeSet<>();
    lines.forEach(line -> numbers.addAll(wanted.atLine(line)));
    return ids.computeIfAbsent(outline.key() + " count", key -> table.defineCounter(numbers));
  }

  int entry(List<SiteVariable> variables) {
    return define(wanted.atEntry(outline.name()), outline.line(), variables);
  }

  int at(int line, List<SiteVariable> variables) {
    return define(wanted.atLine(line), line, variables);
  }

  private int define(List<Integer> breakpoints, int line, List<SiteVariable> variables) {
    return ids.computeIfAbsent(
        outline.key() + ' ' + ordinal++,
        key ->
            table.define(
                new BreakpointSite(
                    0,
                    breakpoints,
                    owner.replace('/', '.'),
                    outline.name(),
                    outline.descriptor(),
                    file,
                    line,
                    variables,
                    note)));
  }
}
