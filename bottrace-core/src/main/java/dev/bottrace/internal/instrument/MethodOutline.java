package dev.bottrace.internal.instrument;

import dev.bottrace.internal.symbol.SiteVariable;
import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * What is to be known of a method before its code is read.
 *
 * @param access flags
 * @param name as in the class file
 * @param descriptor as in the class file
 * @param size of its code in bytes; 0 if it has none
 * @param maxStack size of its operand stack
 * @param maxLocals size of its local variables
 * @param line line of its first bytecode that has one; 0 if none has
 */
record MethodOutline(
    int access, String name, String descriptor, int size, int maxStack, int maxLocals, int line) {
  /** What the JIT compiler takes for trivial: too little to go on for long by itself. */
  private static final int TRIVIAL = 6;

  boolean hasCode() {
    return size > 0;
  }

  /** Tells whether something may call it, again and again, that has no end by itself. */
  boolean mayGoOn() {
    return size > TRIVIAL || (hasCode() && isLambdaBody());
  }

  /** Identifies the method within its class. */
  String key() {
    return name + descriptor;
  }

  /** Returns the parameters without {@code this}, under the names {@code arg0} and so on. */
  List<SiteVariable> parameters() {
    List<SiteVariable> parameters = new ArrayList<>();
    int slot = has(Opcodes.ACC_STATIC) ? 0 : 1;
    for (Type type : Type.getArgumentTypes(descriptor)) {
      parameters.add(new SiteVariable("arg" + parameters.size(), type.getDescriptor(), slot));
      slot += type.getSize();
    }
    return parameters;
  }

  boolean isLambdaBody() {
    return name.startsWith("lambda$") || name.contains("$lambda$") || name.contains("$anonfun$");
  }

  /** Tells whether its lines stand for code that a person wrote. */
  boolean mayHaveBreakpoints(ClassOutline owner) {
    return hasCode()
        && !(owner.isSynthetic() && name.equals("<clinit>"))
        && !has(Opcodes.ACC_BRIDGE)
        && (!has(Opcodes.ACC_SYNTHETIC) || isLambdaBody());
  }

  /** Tells whether a person wrote it, as opposed to a compiler. */
  boolean isWritten(ClassOutline owner) {
    if (!hasCode() || has(Opcodes.ACC_BRIDGE) || (has(Opcodes.ACC_SYNTHETIC) && !isLambdaBody())) {
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
