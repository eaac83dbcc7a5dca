package dev.bottrace.internal.code;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;

/** Instructions that only push and move. */
final class StackInstructions {
  private StackInstructions() {}

  static void constant(Frame frame, int opcode) {
    if (opcode == Opcodes.ACONST_NULL) {
      frame.push(null);
    } else if (opcode >= Opcodes.DCONST_0) {
      frame.pushWide((double) (opcode - Opcodes.DCONST_0));
    } else if (opcode >= Opcodes.FCONST_0) {
      frame.push((float) (opcode - Opcodes.FCONST_0));
    } else if (opcode >= Opcodes.LCONST_0) {
      frame.pushWide((long) (opcode - Opcodes.LCONST_0));
    } else if (opcode >= Opcodes.ICONST_M1) {
      frame.push(opcode - Opcodes.ICONST_0);
    }
  }

  static void move(Frame frame, int opcode) {
    switch (opcode) {
      case Opcodes.POP -> frame.pop();
      case Opcodes.POP2 -> frame.popWide();
      case Opcodes.DUP -> copy(frame, 1, 0);
      case Opcodes.DUP_X1 -> copy(frame, 1, 1);
      case Opcodes.DUP_X2 -> copy(frame, 1, 2);
      case Opcodes.DUP2 -> copy(frame, 2, 0);
      case Opcodes.DUP2_X1 -> copy(frame, 2, 1);
      case Opcodes.DUP2_X2 -> copy(frame, 2, 2);
      default -> swap(frame);
    }
  }

  /** Copies the top slots to below those that follow. */
  private static void copy(Frame frame, int count, int skipped) {
    @Nullable Object[] top = pop(frame, count);
    @Nullable Object[] below = pop(frame, skipped);
    push(frame, top);
    push(frame, below);
    push(frame, top);
  }

  private static @Nullable Object[] pop(Frame frame, int count) {
    @Nullable Object[] values = new Object[count];
    for (int i = count - 1; i >= 0; i--) {
      values[i] = frame.pop();
    }
    return values;
  }

  private static void push(Frame frame, @Nullable Object[] values) {
    for (Object value : values) {
      frame.push(value);
    }
  }

  private static void swap(Frame frame) {
    Object first = frame.pop();
    Object second = frame.pop();
    frame.push(first);
    frame.push(second);
  }
}
