package dev.bottrace.internal.instrument;

import dev.bottrace.internal.symbol.SiteVariable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.Label;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Which variables of a method are copied while it runs, and which of them exist in each stretch of
 * its code.
 *
 * <p>The method keeps the number of the stretch that it is in. A label marks each instruction to
 * which control can come from another stretch.
 */
final class FollowedLocals {
  private final MethodVariables variables;
  private final int slots;
  private final List<List<SiteVariable>> stretches = new ArrayList<>();
  private final Map<Label, Integer> marks = new HashMap<>();

  /**
   * Plans for a method, and puts labels into its code.
   *
   * @param flow of the method, as it is before that
   */
  FollowedLocals(MethodNode method, CodeFlow flow, MethodVariables variables) {
    this.variables = variables;
    this.slots = method.maxLocals;
    Map<List<SiteVariable>, Integer> numbers = new HashMap<>();
    int[] stretchOf = new int[flow.size()];
    for (int i = 0; i < flow.size(); i++) {
      if (flow.isInstruction(i) && flow.frame(i) != null) {
        stretchOf[i] = numbers.computeIfAbsent(variables.at(i), this::add);
      }
    }
    for (int i = 0; i < flow.size(); i++) {
      if (flow.isInstruction(i) && flow.frame(i) != null && isChange(i, flow, stretchOf)) {
        LabelNode mark = new LabelNode();
        method.instructions.insertBefore(flow.node(i), mark);
        marks.put(mark.getLabel(), stretchOf[i]);
      }
    }
  }

  private int add(List<SiteVariable> stretch) {
    stretches.add(stretch);
    return stretches.size() - 1;
  }

  private static boolean isChange(int index, CodeFlow flow, int[] stretchOf) {
    return index == flow.instructionFrom(0)
        || flow.sources(index).stream().anyMatch(from -> stretchOf[from] != stretchOf[index]);
  }

  /** Returns how many slots the method's variables take. */
  int slots() {
    return slots;
  }

  /** Returns the variables of each stretch, by its number. */
  List<List<SiteVariable>> stretches() {
    return stretches;
  }

  /** Returns the number of the stretch that begins at a label; -1 if none does. */
  int stretchAt(Label label) {
    return marks.getOrDefault(label, -1);
  }

  /** Returns the parameters, {@code this} first. */
  List<SiteVariable> parameters() {
    return variables.parameters();
  }

  /** Tells whether a stored value is that of a variable. */
  boolean follows(int slot, int storeOpcode) {
    return variables.isVariable(slot, storeOpcode);
  }
}
