package dev.bottrace.internal.instrument;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Jumps inside code that is put into a method, and the frames behind them. The code leaves the
 * variables alone, so that frames differ by what is on the stack.
 *
 * <p>One way out of the code may be taken wherever something is left on the stack, which is taken
 * off on the way:
 *
 * <pre>
 *   ... left right
 *   dup; ifeq X
 *   ...
 *   X: pop; pop; goto out
 *   ...
 *   out:
 * </pre>
 */
final class Branches {
  private final SiteEmitter code;
  private final List<Object> locals;
  private final int base;
  private final Label out = new Label();
  private final Map<Label, List<Object>> stacks = new HashMap<>();
  private final Map<List<Object>, Label> exits = new LinkedHashMap<>();
  private boolean placed;

  /** Begins where the emitter is; what its variables and stack hold has to be known there. */
  Branches(SiteEmitter code) {
    this.code = code;
    this.locals = new ArrayList<>(code.locals);
    this.base = code.stack.size();
  }

  /** Returns where the next instruction goes, which is to be none that jumps. */
  MethodVisitor code() {
    placed = false;
    return code;
  }

  /** Tells whether control comes to the next instruction. */
  boolean isReached() {
    return code.stack != null;
  }

  /** Returns the one way out. */
  Label out() {
    return out;
  }

  void jump(int opcode, Label target) {
    stacks.put(target, after(opcode));
    code().visitJumpInsn(opcode, target);
  }

  /** Jumps to the one way out. */
  void leave(int opcode) {
    List<Object> left = after(opcode);
    jump(opcode, left.size() == base ? out : exits.computeIfAbsent(left, stack -> new Label()));
  }

  private List<Object> after(int opcode) {
    int operands =
        switch (opcode) {
          case Opcodes.GOTO -> 0;
          case Opcodes.IFEQ,
              Opcodes.IFNE,
              Opcodes.IFLT,
              Opcodes.IFGE,
              Opcodes.IFGT,
              Opcodes.IFLE,
              Opcodes.IFNULL,
              Opcodes.IFNONNULL ->
              1;
          default -> 2;
        };
    return new ArrayList<>(code.stack.subList(0, code.stack.size() - operands));
  }

  /** Puts a label here, if anything jumps to it. */
  void place(Label label) {
    List<Object> stack = stacks.get(label);
    if (stack == null) {
      return;
    }
    if (!isReached()) {
      code.locals = new ArrayList<>(locals);
      code.stack = new ArrayList<>(stack);
    }
    code.visitLabel(label);
    if (!placed) {
      code.frame(); // there are no two frames in one place
    }
    placed = true;
  }

  /** Ends the code: the way out leads here, as does what is before. */
  void end() {
    if (!exits.isEmpty() && isReached()) {
      jump(Opcodes.GOTO, out);
    }
    exits.forEach(
        (stack, exit) -> {
          place(exit);
          clear(stack);
          jump(Opcodes.GOTO, out);
        });
    place(out);
  }

  /** Takes what is left from the stack; long values are two entries there. */
  private void clear(List<Object> stack) {
    for (int i = stack.size(); i > base; i--) {
      boolean isLong = stack.get(i - 1) == Opcodes.TOP;
      code().visitInsn(isLong ? Opcodes.POP2 : Opcodes.POP);
      i -= isLong ? 1 : 0;
    }
  }
}
