package dev.bottrace.internal.instrument;

import dev.bottrace.internal.symbol.SiteVariable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;

/**
 * Marks the places of lines in a method's code by labels.
 *
 * <p>Where control comes to an instruction both from its own line and from others, only the ways
 * from others get the mark: a way that falls through before the instruction's label, a jump by a
 * detour behind the end of the code.
 *
 * <pre>
 *   ... goto A      ... goto D
 *   A: insn         A: insn
 *   ...             ...
 *                   D: mark; goto A
 * </pre>
 */
final class SitePlanner {
  private final MethodNode method;
  private final CodeFlow flow;
  private final MethodVariables variables;
  private final LinePlaces places;
  private final InsnList code;
  private final Map<Label, Place> marks = new HashMap<>();

  /**
   * A marked place.
   *
   * @param line its line
   * @param variables those that exist and are assigned there
   * @param atLabel whether a label with a frame may follow
   */
  record Place(int line, List<SiteVariable> variables, boolean atLabel) {}

  SitePlanner(MethodNode method, CodeFlow flow, MethodVariables variables) {
    this.method = method;
    this.flow = flow;
    this.variables = variables;
    this.places = new LinePlaces(flow);
    this.code = method.instructions;
  }

  /** Marks the places of some lines; returns them by their labels. */
  Map<Label, Place> mark(Set<Integer> lines) {
    Map<Integer, Integer> entries = new HashMap<>();
    Map<Integer, List<SiteVariable>> variablesAt = new HashMap<>();
    for (int line : lines) {
      for (int entry : places.of(line)) {
        entries.put(entry, line);
        variablesAt.put(entry, variables.at(entry));
      }
    }
    entries.forEach((entry, line) -> mark(entry, line, variablesAt.getOrDefault(entry, List.of())));
    return marks;
  }

  private void mark(int entry, int line, List<SiteVariable> known) {
    boolean inside =
        !flow.isHandler(entry)
            && flow.sources(entry).stream().anyMatch(from -> !places.isOther(from, line));
    AbstractInsnNode target = flow.node(entry);
    if (!inside) {
      code.insertBefore(target, newMark(new Place(line, known, false)));
      renewLabelOfNew(target);
      return;
    }
    if (entry == flow.instructionFrom(0)) {
      code.insert(lineAndMark(line, known, true));
    }
    LabelNode detour = null;
    for (int from : flow.sources(entry)) {
      if (places.isOther(from, line)) {
        if (fallsThrough(from) && flow.instructionFrom(from + 1) == entry) {
          code.insert(flow.node(from), lineAndMark(line, known, true));
        }
        detour = retarget(flow.node(from), entry, detour);
      }
    }
    if (detour != null) {
      appendDetour(detour, entry, line, known);
    }
  }

  private LabelNode newMark(Place place) {
    LabelNode mark = new LabelNode();
    marks.put(mark.getLabel(), place);
    return mark;
  }

  private InsnList lineAndMark(int line, List<SiteVariable> known, boolean atLabel) {
    InsnList list = new InsnList();
    LabelNode start = new LabelNode();
    list.add(start);
    list.add(new LineNumberNode(line, start));
    list.add(newMark(new Place(line, known, atLabel)));
    return list;
  }

  private boolean fallsThrough(int index) {
    int opcode = flow.node(index).getOpcode();
    boolean ends =
        opcode == Opcodes.GOTO
            || opcode == Opcodes.TABLESWITCH
            || opcode == Opcodes.LOOKUPSWITCH
            || opcode == Opcodes.ATHROW
            || opcode == Opcodes.RET
            || (opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN);
    return !ends;
  }

  /** Sends a jump to the detour that would go to an instruction. */
  private @Nullable LabelNode retarget(
      AbstractInsnNode node, int entry, @Nullable LabelNode known) {
    LabelNode detour = known == null ? new LabelNode() : known;
    boolean changed = false;
    if (node instanceof JumpInsnNode jump && leadsTo(jump.label, entry)) {
      jump.label = detour;
      changed = true;
    } else if (node instanceof TableSwitchInsnNode table) {
      changed = retarget(table.labels, entry, detour);
      if (leadsTo(table.dflt, entry)) {
        table.dflt = detour;
        changed = true;
      }
    } else if (node instanceof LookupSwitchInsnNode lookup) {
      changed = retarget(lookup.labels, entry, detour);
      if (leadsTo(lookup.dflt, entry)) {
        lookup.dflt = detour;
        changed = true;
      }
    }
    return changed ? detour : known;
  }

  private boolean retarget(List<LabelNode> labels, int entry, LabelNode detour) {
    boolean changed = false;
    for (int i = 0; i < labels.size(); i++) {
      if (leadsTo(labels.get(i), entry)) {
        labels.set(i, detour);
        changed = true;
      }
    }
    return changed;
  }

  private boolean leadsTo(LabelNode label, int entry) {
    AbstractInsnNode node = label;
    while (node != null && node.getOpcode() < 0) {
      node = node.getNext();
    }
    return node == flow.node(entry);
  }

  private void appendDetour(LabelNode detour, int entry, int line, List<SiteVariable> known) {
    AbstractInsnNode target = flow.node(entry);
    LabelNode back = new LabelNode();
    code.insertBefore(target, back); // behind a mark that stands there too
    code.add(detour);
    FrameNode frame = frameBefore(target);
    if (frame != null) {
      code.add(copy(frame));
    }
    code.add(lineAndMark(line, known, false));
    code.add(new JumpInsnNode(Opcodes.GOTO, back));
  }

  private static @Nullable FrameNode frameBefore(AbstractInsnNode instruction) {
    for (AbstractInsnNode node = instruction.getPrevious();
        node != null && node.getOpcode() < 0;
        node = node.getPrevious()) {
      if (node instanceof FrameNode frame) {
        return frame;
      }
    }
    return null;
  }

  private static FrameNode copy(FrameNode frame) {
    return new FrameNode(
        Opcodes.F_NEW,
        frame.local.size(),
        frame.local.toArray(),
        frame.stack.size(),
        frame.stack.toArray());
  }

  /**
   * Frames name an object that has had no constructor call by the label of its {@code new}, which
   * has to stand behind the mark now.
   */
  private void renewLabelOfNew(AbstractInsnNode target) {
    if (target.getOpcode() != Opcodes.NEW) {
      return;
    }
    List<AbstractInsnNode> old = new ArrayList<>();
    for (AbstractInsnNode node = target.getPrevious();
        node != null && node.getOpcode() < 0;
        node = node.getPrevious()) {
      old.add(node);
    }
    LabelNode renewed = new LabelNode();
    code.insertBefore(target, renewed);
    for (AbstractInsnNode node : method.instructions) {
      if (node instanceof FrameNode frame) {
        frame.local = renewed(frame.local, old, renewed);
        frame.stack = renewed(frame.stack, old, renewed);
      }
    }
  }

  private static List<Object> renewed(
      List<Object> types, List<AbstractInsnNode> old, LabelNode renewed) {
    List<Object> copy = new ArrayList<>(types);
    copy.replaceAll(type -> type instanceof LabelNode && old.contains(type) ? renewed : type);
    return copy;
  }
}
