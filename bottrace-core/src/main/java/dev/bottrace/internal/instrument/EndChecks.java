package dev.bottrace.internal.instrument;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Puts a check into one method wherever a program that has been ended could go on: at its start,
 * before jumps backwards, and at the start of handlers.
 *
 * <p>A check leaves variables and stack alone, so no frame changes. One that throws must not come
 * back to itself: some handlers cover their own start, as those that leave a {@code synchronized}
 * block do, and their check comes behind what they cover.
 */
final class EndChecks extends InstructionVisitor {
  /** What a handler must catch to catch the error that ends a program. */
  private static final Set<String> CATCHING =
      Set.of("java/lang/Throwable", "java/lang/Error", "dev/bottrace/runtime/ProgramExit");

  private final boolean atStart;
  private final int line;
  private final Set<Label> passed = new HashSet<>();
  private final List<Covered> covered = new ArrayList<>();
  private final Set<Label> handlers = new HashSet<>();
  private final Set<Label> pending = new HashSet<>();

  /** Where what a handler's check throws is caught; null is outside of the method. */
  private final Map<Label, @Nullable Label> next = new HashMap<>();

  /** A range that is covered by a handler which catches the error. */
  private static final class Covered {
    private final Label start;
    private final Label end;
    private final Label handler;
    private boolean open;

    Covered(Label start, Label end, Label handler) {
      this.start = start;
      this.end = end;
      this.handler = handler;
    }
  }

  /**
   * Makes a visitor for one method.
   *
   * @param out where the method goes
   * @param atStart whether there is a check at its start
   * @param line of its first bytecode; 0 if it has none
   */
  EndChecks(MethodVisitor out, boolean atStart, int line) {
    super(out);
    this.atStart = atStart;
    this.line = line;
  }

  @Override
  public void visitCode() {
    super.visitCode();
    if (atStart) {
      if (line != 0) {
        Label start = new Label();
        mv.visitLabel(start);
        mv.visitLineNumber(line, start);
      }
      check();
    }
  }

  private void check() {
    mv.visitMethodInsn(Opcodes.INVOKESTATIC, StandIns.PROGRAM_CALLS, "checkEnd", "()V", false);
  }

  @Override
  public void visitTryCatchBlock(Label start, Label end, Label handler, @Nullable String type) {
    super.visitTryCatchBlock(start, end, handler, type);
    if (passed.contains(start)) {
      return; // a handler of ours, which is written last, and runs no code of the program
    }
    handlers.add(handler);
    if (type == null || CATCHING.contains(type)) {
      covered.add(new Covered(start, end, handler));
    }
  }

  @Override
  public void visitLabel(Label label) {
    super.visitLabel(label);
    passed.add(label);
    for (Covered range : covered) {
      if (range.end == label) {
        range.open = false;
      } else if (range.start == label) {
        range.open = true;
      }
    }
    if (handlers.contains(label)) {
      pending.add(label);
    }
  }

  @Override
  void beforeInstruction() {
    if (pending.isEmpty()) {
      return;
    }
    Label handler = handlerHere();
    if (leadsBack(handler)) {
      return;
    }
    check();
    pending.forEach(begun -> next.put(begun, handler));
    pending.clear();
  }

  /** Returns the handler that catches what is thrown here; null if none does. */
  private @Nullable Label handlerHere() {
    for (Covered range : covered) {
      if (range.open) {
        return range.handler;
      }
    }
    return null;
  }

  /** Tells whether what a handler's check throws comes to where the next check would be. */
  private boolean leadsBack(@Nullable Label handler) {
    for (Label at = handler; at != null; at = next.get(at)) {
      if (pending.contains(at)) {
        return true;
      }
    }
    return false;
  }

  /** A check must not come between the label of a {@code new}, which frames name, and itself. */
  @Override
  public void visitTypeInsn(int opcode, String type) {
    if (opcode == Opcodes.NEW) {
      mv.visitTypeInsn(opcode, type);
    } else {
      super.visitTypeInsn(opcode, type);
    }
  }

  @Override
  public void visitJumpInsn(int opcode, Label label) {
    if (opcode != Opcodes.JSR) {
      beforeJump(passed.contains(label));
    }
    mv.visitJumpInsn(opcode, label);
  }

  @Override
  public void visitTableSwitchInsn(int min, int max, Label defaultLabel, Label... labels) {
    beforeJump(passed.contains(defaultLabel) || anyPassed(labels));
    mv.visitTableSwitchInsn(min, max, defaultLabel, labels);
  }

  @Override
  public void visitLookupSwitchInsn(Label defaultLabel, int[] keys, Label[] labels) {
    beforeJump(passed.contains(defaultLabel) || anyPassed(labels));
    mv.visitLookupSwitchInsn(defaultLabel, keys, labels);
  }

  private boolean anyPassed(Label[] labels) {
    for (Label label : labels) {
      if (passed.contains(label)) {
        return true;
      }
    }
    return false;
  }

  private void beforeJump(boolean backwards) {
    if (backwards) {
      check();
    }
    beforeInstruction();
  }
}
