package dev.bottrace.internal.instrument;

import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Makes objects of primitive values, and the reverse. */
final class Boxing {
  private Boxing() {}

  /** Boxes the value on the stack, if it is primitive. */
  static void box(MethodVisitor out, Type type) {
    String box = box(type);
    if (!box.isEmpty()) {
      out.visitMethodInsn(
          Opcodes.INVOKESTATIC, box, "valueOf", "(" + type + ")L" + box + ";", false);
    }
  }

  /** Takes the value of a primitive type out of its box on the stack. */
  static void unbox(MethodVisitor out, Type type) {
    String method = type.getClassName() + "Value";
    out.visitMethodInsn(Opcodes.INVOKEVIRTUAL, box(type), method, "()" + type, false);
  }

  private static String box(Type type) {
    return switch (type.getSort()) {
      case Type.BOOLEAN -> "java/lang/Boolean";
      case Type.CHAR -> "java/lang/Character";
      case Type.BYTE -> "java/lang/Byte";
      case Type.SHORT -> "java/lang/Short";
      case Type.INT -> "java/lang/Integer";
      case Type.LONG -> "java/lang/Long";
      case Type.FLOAT -> "java/lang/Float";
      case Type.DOUBLE -> "java/lang/Double";
      default -> "";
    };
  }
}
