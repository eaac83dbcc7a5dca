package dev.bottrace.internal.code;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;

/** Instructions that choose the next one. */
final class Jumps {
  private Jumps() {}

  static void jump(Frame frame, JumpInsnNode instruction) {
    int opcode = instruction.getOpcode();
    boolean taken =
        switch (opcode) {
          case Opcodes.GOTO -> true;
          case Opcodes.IFNULL -> frame.pop() == null;
          case Opcodes.IFNONNULL -> frame.pop() != null;
          case Opcodes.IF_ACMPEQ -> same(frame);
          case Opcodes.IF_ACMPNE -> !same(frame);
          case Opcodes.JSR -> throw Refusal.of("calls a subroutine of an old compiler");
          default -> compares(frame, opcode);
        };
    if (taken) {
      to(frame, instruction.label);
    }
  }

  private static boolean same(Frame frame) {
    Object right = frame.pop();
    return frame.pop() == right;
  }

  private static boolean compares(Frame frame, int opcode) {
    boolean withZero = opcode <= Opcodes.IFLE;
    int right = withZero ? 0 : frame.popInt();
    int left = frame.popInt();
    return switch (withZero ? opcode : opcode - Opcodes.IF_ICMPEQ + Opcodes.IFEQ) {
      case Opcodes.IFEQ -> left == right;
      case Opcodes.IFNE -> left != right;
      case Opcodes.IFLT -> left < right;
      case Opcodes.IFGE -> left >= right;
      case Opcodes.IFGT -> left > right;
      default -> left <= right;
    };
  }

  static void table(Frame frame, TableSwitchInsnNode instruction) {
    int key = frame.popInt();
    boolean inside = key >= instruction.min && key <= instruction.max;
    to(frame, inside ? instruction.labels.get(key - instruction.min) : instruction.dflt);
  }

  static void lookup(Frame frame, LookupSwitchInsnNode instruction) {
    int index = instruction.keys.indexOf(frame.popInt());
    to(frame, index >= 0 ? instruction.labels.get(index) : instruction.dflt);
  }

  private static void to(Frame frame, @Nullable LabelNode label) {
    if (label != null) {
      frame.jump(frame.body().indexOf(label));
    }
  }
}
