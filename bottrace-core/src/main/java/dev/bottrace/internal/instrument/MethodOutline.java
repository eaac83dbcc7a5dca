package dev.bottrace.internal.instrument;

import org.objectweb.asm.Opcodes;

/**
 * What is to be known of a method before its code is read.
 *
 * @param access flags
 * @param name as in the class file
 * @param descriptor as in the class file
 * @param hasCode whether it has any
 * @param maxStack size of its operand stack
 * @param maxLocals size of its local variables
 * @param line line of its first bytecode that has one; 0 if none has
 */
record MethodOutline(
    int access,
    String name,
    String descriptor,
    boolean hasCode,
    int maxStack,
    int maxLocals,
    int line) {
  /** Identifies the method within its class. */
  String key() {
    return name + descriptor;
  }

  boolean isLambdaBody() {
    return name.startsWith("lambda$") || name.contains("$lambda$") || name.contains("$anonfun$");
  }

  /** Tells whether a person wrote it, as opposed to a compiler. */
  boolean isWritten(ClassOutline owner) {
    if (!hasCode || has(Opcodes.ACC_BRIDGE) || (has(Opcodes.ACC_SYNTHETIC) && !isLambdaBody())) {
      return false;
    }
    if (line == 0 && owner.hasLines()) {
      return false;
    }
    return !isEnumMethod(owner) && !(owner.isSynthetic() && name.equals("<clinit>"));
  }

  private boolean isEnumMethod(ClassOutline owner) {
    return owner.isEnum()
        && has(Opcodes.ACC_STATIC)
        && (key().equals("values()[L" + owner.internalName() + ";")
            || key().equals("valueOf(Ljava/lang/String;)L" + owner.internalName() + ";"));
  }

  private boolean has(int flag) {
    return (access & flag) != 0;
  }
}
