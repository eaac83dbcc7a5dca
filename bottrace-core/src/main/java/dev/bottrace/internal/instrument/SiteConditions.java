package dev.bottrace.internal.instrument;

import dev.bottrace.internal.symbol.BreakpointSite;
import dev.bottrace.internal.symbol.SiteVariable;
import dev.bottrace.internal.watch.CodePlace;
import dev.bottrace.internal.watch.CodePlace.CodeField;
import dev.bottrace.internal.watch.CodePlace.CodeVariable;
import dev.bottrace.internal.watch.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * The conditions of breakpoints in one method.
 *
 * @param conditions of all breakpoints
 * @param owner internal name of the class
 * @param fields those that the class declares
 * @param initializes whether the class is initialised wherever the method runs
 * @param tests whether the method's own code is to test them
 */
record SiteConditions(
    BreakpointConditions conditions,
    String owner,
    List<CodeField> fields,
    boolean initializes,
    boolean tests) {
  private static final String OBJECT = "Ljava/lang/Object;";
  private static final Map<Object, String> PRIMITIVES =
      Map.of(
          Opcodes.INTEGER, "ZBCSI",
          Opcodes.LONG, "J",
          Opcodes.FLOAT, "F",
          Opcodes.DOUBLE, "D");

  boolean decide(List<Integer> breakpoints) {
    return conditions.decide(breakpoints);
  }

  List<Integer> needed(List<Integer> breakpoints, List<SiteVariable> variables) {
    return conditions.needed(breakpoints, variables);
  }

  /** Returns what code can tell of a place, given what the verifier knows its variables to hold. */
  List<Term> terms(BreakpointSite site, List<Object> held) {
    List<CodeVariable> variables = new ArrayList<>();
    for (SiteVariable variable : site.variables()) {
      Object type = held.get(variable.slot());
      String known = PRIMITIVES.get(type);
      boolean primitive = variable.descriptor().length() == 1;
      if (primitive && (known == null || !known.contains(variable.descriptor()))) {
        return List.of(); // the table of variables is not to be trusted
      }
      boolean sure = primitive || isOf(variable.descriptor(), type);
      variables.add(new CodeVariable(variable.name(), sure ? variable.descriptor() : OBJECT));
    }
    return tests
        ? conditions.terms(site.breakpoints(), new CodePlace(owner, variables, fields, initializes))
        : List.of();
  }

  private static boolean isOf(String descriptor, Object type) {
    return Type.getType(descriptor).getInternalName().equals(type);
  }
}
