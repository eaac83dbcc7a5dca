package dev.bottrace.internal.instrument;

import dev.bottrace.internal.symbol.BreakpointSite;
import dev.bottrace.internal.symbol.BreakpointTable;
import dev.bottrace.internal.symbol.SiteVariable;
import dev.bottrace.internal.watch.Term;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Gives ids to the places of breakpoints in one method. */
final class MethodSites {
  private final BreakpointTable table;
  private final SiteConditions conditions;
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
   * @param conditions of the breakpoints
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
      SiteConditions conditions,
      ClassBreakpoints wanted,
      String owner,
      String file,
      MethodOutline outline,
      Map<String, Integer> ids,
      Set<Integer> lines,
      List<SiteVariable> parameters,
      @Nullable String note) {
    this.table = table;
    this.conditions = conditions;
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

  BreakpointSite entry(List<SiteVariable> variables) {
    return define(wanted.atEntry(outline.name()), outline.line(), variables);
  }

  BreakpointSite at(int line, List<SiteVariable> variables) {
    return define(wanted.atLine(line), line, variables);
  }

  /**
   * Returns the conditions of a place; none if code can't tell that all do not hold.
   *
   * @param held the types that the verifier knows the variables to hold
   */
  List<Term> terms(BreakpointSite site, List<Object> held) {
    return conditions.terms(site, held);
  }

  private BreakpointSite define(List<Integer> breakpoints, int line, List<SiteVariable> variables) {
    int id =
        ids.computeIfAbsent(
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
                        conditions.decide(breakpoints),
                        variables,
                        conditions.needed(breakpoints, variables),
                        note)));
    return table.site(id);
  }
}
