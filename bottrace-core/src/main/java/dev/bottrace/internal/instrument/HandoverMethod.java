package dev.bottrace.internal.instrument;

import dev.bottrace.internal.instrument.HandoverPoint.Kind;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Puts the probes of a {@link HandoverPoint} into its method. */
final class HandoverMethod extends MethodVisitor {
  private static final String PROBES = "dev/bottrace/runtime/Handovers";
  private static final String ONE = "(Ljava/lang/Object;)V";
  private static final String TWO = "(Ljava/lang/Object;Ljava/lang/Object;)V";

  private final String owner;
  private final Kind kind;
  private final Label start = new Label();

  HandoverMethod(MethodVisitor out, String owner, Kind kind) {
    super(Opcodes.ASM9, out);
    this.owner = owner;
    this.kind = kind;
  }

  private boolean runsThis() {
    return kind == Kind.RUNS || kind == Kind.RUNS_AGAIN || kind == Kind.TRIES;
  }

  @Override
  public void visitCode() {
    super.visitCode();
    switch (kind) {
      case HANDS_OVER_THIS -> probe("handedOver", 0);
      case HANDS_OVER -> probe("handedOver", 1);
      case TAKES -> probe("handedOver", 1, 0);
      case REJECTS -> probe("withdrawn", 1, 0);
      case BEFORE -> probe("begins", 2, 0);
      case AFTER -> probe("endsIn", 0);
      case WORKS, RUNS_GIVEN, RUNS_SOME -> call("works", "()V");
      case RUNS, RUNS_AGAIN, TRIES -> {
        probe("begins", 0);
        super.visitLabel(start);
      }
      case MAKES_THIS, MAKES_OWN, REMOVES -> {}
    }
  }

  private void probe(String name, int variable) {
    super.visitVarInsn(Opcodes.ALOAD, variable);
    call(name, ONE);
  }

  private void probe(String name, int first, int second) {
    super.visitVarInsn(Opcodes.ALOAD, first);
    super.visitVarInsn(Opcodes.ALOAD, second);
    call(name, TWO);
  }

  private void call(String name, String descriptor) {
    super.visitMethodInsn(Opcodes.INVOKESTATIC, PROBES, name, descriptor, false);
  }

  @Override
  public void visitInsn(int opcode) {
    if (opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN) {
      beforeReturn();
    }
    super.visitInsn(opcode);
  }

  private void beforeReturn() {
    if (runsThis()) {
      ended();
    } else if (kind == Kind.MAKES_THIS) {
      probe("handedOver", 0);
    } else if (kind == Kind.MAKES_OWN) {
      probe("made", 0);
    } else if (kind == Kind.REMOVES) {
      // ..., removed -> ..., removed
      super.visitInsn(Opcodes.DUP);
      super.visitVarInsn(Opcodes.ALOAD, 1);
      super.visitVarInsn(Opcodes.ALOAD, 0);
      call("removed", "(ZLjava/lang/Object;Ljava/lang/Object;)V");
    }
  }

  private void ended() {
    switch (kind) {
      case RUNS -> probe("done", 0);
      case TRIES -> {
        super.visitVarInsn(Opcodes.ALOAD, 0);
        super.visitMethodInsn(Opcodes.INVOKEVIRTUAL, owner, "isLive", "()Z", false);
        super.visitVarInsn(Opcodes.ALOAD, 0);
        call("tried", "(ZLjava/lang/Object;)V");
      }
      default -> probe("ends", 0);
    }
  }

  @Override
  public void visitMethodInsn(
      int opcode, String called, String name, String descriptor, boolean ofInterface) {
    boolean runs =
        name.equals("run")
            && descriptor.equals("()V")
            && (called.equals("java/lang/Runnable") || called.equals("java/util/TimerTask"));
    if (!runs || (kind != Kind.RUNS_GIVEN && kind != Kind.RUNS_SOME)) {
      super.visitMethodInsn(opcode, called, name, descriptor, ofInterface);
      return;
    }
    // ..., task -> ..., task
    super.visitInsn(Opcodes.DUP);
    super.visitVarInsn(Opcodes.ALOAD, 0);
    call("begins", TWO);
    super.visitMethodInsn(opcode, called, name, descriptor, ofInterface);
    probe("endsIn", 0);
  }

  @Override
  public void visitMaxs(int maxStack, int maxLocals) {
    if (runsThis()) {
      Label handler = new Label();
      super.visitTryCatchBlock(start, handler, handler, null);
      super.visitLabel(handler);
      super.visitFrame(
          Opcodes.F_FULL,
          1,
          new Object[] {owner},
          1,
          new @Nullable Object[] {"java/lang/Throwable"});
      ended();
      super.visitInsn(Opcodes.ATHROW);
    }
    super.visitMaxs(maxStack, maxLocals);
  }
}
