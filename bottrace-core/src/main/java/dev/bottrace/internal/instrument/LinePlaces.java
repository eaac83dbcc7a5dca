package dev.bottrace.internal.instrument;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.analysis.BasicValue;
import org.objectweb.asm.tree.analysis.Frame;

/**
 * Finds where execution reaches a line: at each instruction of it that control comes to from
 * another line, or with which the method begins.
 *
 * <p>In the middle of a stretch of one line, only a jump back counts, as the loops have that go
 * through a collection: other jumps there stay inside an expression.
 *
 * <p>Left out is the rest of a statement that has begun there already: code that finds an earlier
 * part of its expression on the stack ({@code f(a,} a call in the next line {@code )}), and the end
 * of a {@code return} whose {@code finally} block stands in other lines.
 */
final class LinePlaces {
  private final CodeFlow flow;
  private final int first;

  LinePlaces(CodeFlow flow) {
    this.flow = flow;
    this.first = flow.instructionFrom(0);
  }

  /** Returns the instructions at which a line is reached. */
  Set<Integer> of(int line) {
    Set<Integer> entries = new TreeSet<>();
    int leastStack = Integer.MAX_VALUE;
    for (int i = 0; i < flow.size(); i++) {
      if (isEntry(i, line)) {
        entries.add(i);
        leastStack = Math.min(leastStack, stackSize(i));
      }
    }
    int least = leastStack;
    entries.removeIf(entry -> stackSize(entry) > least);
    List<Integer> ends = new ArrayList<>(entries);
    ends.removeIf(entry -> !isEndOfReturn(entry));
    if (ends.size() < entries.size()) {
      entries.removeAll(ends);
    }
    return entries;
  }

  private boolean isEntry(int index, int line) {
    if (!flow.isInstruction(index) || flow.line(index) != line || flow.frame(index) == null) {
      return false;
    }
    boolean begins = flow.beginsLine(index);
    return index == first
        || flow.sources(index).stream()
            .anyMatch(from -> isOther(from, line) && (begins || from > index));
  }

  boolean isOther(int index, int line) {
    return flow.line(index) != line;
  }

  /** The exception that a handler begins with is no part of an expression. */
  private int stackSize(int index) {
    Frame<BasicValue> frame = flow.frame(index);
    if (frame == null) {
      return 0;
    }
    return flow.isHandler(index) ? 0 : frame.getStackSize();
  }

  private boolean isEndOfReturn(int entry) {
    int index = entry;
    while (index < flow.size() && isLoad(flow.node(index).getOpcode())) {
      index = flow.instructionFrom(index + 1);
    }
    if (index >= flow.size()) {
      return false;
    }
    int opcode = flow.node(index).getOpcode();
    return opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN;
  }

  private static boolean isLoad(int opcode) {
    return opcode >= Opcodes.ILOAD && opcode <= Opcodes.ALOAD;
  }
}
