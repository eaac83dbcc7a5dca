package dev.bottrace.internal.instrument;

import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Pushes numbers by the shortest instruction. */
final class Constants {
  private Constants() {}

  static void push(MethodVisitor out, int number) {
    if (number >= -1 && number <= 5) {
      out.visitInsn(Opcodes.ICONST_0 + number);
    } else if (number >= Byte.MIN_VALUE && number <= Byte.MAX_VALUE) {
      out.visitIntInsn(Opcodes.BIPUSH, number);
    } else if (number >= Short.MIN_VALUE && number <= Short.MAX_VALUE) {
      out.visitIntInsn(Opcodes.SIPUSH, number);
    } else {
      out.visitLdcInsn(number);
    }
  }
}
