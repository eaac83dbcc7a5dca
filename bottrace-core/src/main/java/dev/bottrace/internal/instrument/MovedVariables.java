package dev.bottrace.internal.instrument;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.TypePath;

/** Gives the variables of a method the numbers that they have beside those of probes. */
final class MovedVariables extends MethodVisitor {
  private final LocalSlots slots;

  /**
   * Makes a visitor for one method.
   *
   * @param out where the method goes
   * @param slots where the probes' variables are
   */
  MovedVariables(MethodVisitor out, LocalSlots slots) {
    super(Opcodes.ASM9, out);
    this.slots = slots;
  }

  @Override
  public void visitVarInsn(int opcode, int varIndex) {
    super.visitVarInsn(opcode, slots.moved(varIndex));
  }

  @Override
  public void visitIincInsn(int varIndex, int increment) {
    super.visitIincInsn(slots.moved(varIndex), increment);
  }

  @Override
  public void visitLocalVariable(
      String name,
      String descriptor,
      @Nullable String signature,
      Label start,
      Label end,
      int index) {
    super.visitLocalVariable(name, descriptor, signature, start, end, slots.moved(index));
  }

  @Override
  public @Nullable AnnotationVisitor visitLocalVariableAnnotation(
      int typeRef,
      TypePath typePath,
      Label[] start,
      Label[] end,
      int[] index,
      String descriptor,
      boolean visible) {
    int[] moved = new int[index.length];
    for (int i = 0; i < index.length; i++) {
      moved[i] = slots.moved(index[i]);
    }
    return super.visitLocalVariableAnnotation(
        typeRef, typePath, start, end, moved, descriptor, visible);
  }
}
