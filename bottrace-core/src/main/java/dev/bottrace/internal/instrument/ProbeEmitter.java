package dev.bottrace.internal.instrument;

import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Writes the calls of probes into a method. The method keeps what its entry probe returned in two
 * variables of its own: the thread's sink, and the depth of the call.
 */
final class ProbeEmitter {
  static final String PROBES = "dev/bottrace/runtime/Probes";
  static final String SINK = "dev/bottrace/runtime/ThreadSink";

  /** Variables that a method needs for its probes. */
  static final int SLOTS = 2;

  /** What probes push at most, on top of what the method has on its stack. */
  static final int STACK = 5;

  private static final String SINK_DEPTH = "(L" + SINK + ";I";
  private static final String THROWN_SINK_DEPTH = "(Ljava/lang/Throwable;L" + SINK + ";I";

  private final MethodVisitor out;
  private final int method;
  private final int slot;

  /**
   * Makes an emitter for one method.
   *
   * @param out the method
   * @param method its id
   * @param slot the first of its two variables
   */
  ProbeEmitter(MethodVisitor out, int method, int slot) {
    this.out = out;
    this.method = method;
    this.slot = slot;
  }

  /** Gives what follows a line, so that a stack trace that begins here has one; 0 is none. */
  void line(int line) {
    if (line != 0) {
      Label start = new Label();
      out.visitLabel(start);
      out.visitLineNumber(line, start);
    }
  }

  void count() {
    pushMethod(); // id
    call("count", "(I)V"); //
  }

  void enter() {
    pushMethod(); // id
    call("enter", "(I)L" + SINK + ";"); // sink
    out.visitInsn(Opcodes.DUP); // sink sink
    out.visitVarInsn(Opcodes.ASTORE, slot); // sink
    out.visitFieldInsn(Opcodes.GETFIELD, SINK, "depth", "I"); // depth
    out.visitVarInsn(Opcodes.ISTORE, slot + 1); //
  }

  void exit() {
    pushCall(); // sink depth
    call("exit", SINK_DEPTH + ")V"); //
  }

  /** Expects the exception on the stack and leaves it there. */
  void exitThrowing() {
    out.visitInsn(Opcodes.DUP); // thrown thrown
    pushCall(); // thrown thrown sink depth
    call("exitThrowing", THROWN_SINK_DEPTH + ")V"); // thrown
  }

  /** Expects the exception on the stack and leaves it there. */
  void constructorThrew() {
    out.visitInsn(Opcodes.DUP); // thrown thrown
    pushCall(); // thrown thrown sink depth
    pushMethod(); // thrown thrown sink depth id
    call("constructorThrew", THROWN_SINK_DEPTH + "I)V"); // thrown
  }

  /**
   * Expects the exception on the stack and leaves it there.
   *
   * @param asOther whether its type there may be another than one of exceptions
   */
  void caught(boolean asOther) {
    out.visitInsn(Opcodes.DUP); // thrown thrown
    if (asOther) {
      out.visitTypeInsn(Opcodes.CHECKCAST, "java/lang/Throwable"); // thrown thrown
    }
    pushCall(); // thrown thrown sink depth
    call("caught", THROWN_SINK_DEPTH + ")V"); // thrown
  }

  void superStart(String callee) {
    pushCall(); // sink depth
    pushMethod(); // sink depth id
    out.visitLdcInsn(callee.replace('/', '.')); // sink depth id callee
    call("superStart", SINK_DEPTH + "ILjava/lang/String;)V"); //
  }

  void superEnd() {
    pushCall(); // sink depth
    call("superEnd", SINK_DEPTH + ")V"); //
  }

  private void pushCall() {
    out.visitVarInsn(Opcodes.ALOAD, slot);
    out.visitVarInsn(Opcodes.ILOAD, slot + 1);
  }

  private void pushMethod() {
    if (method <= 5) {
      out.visitInsn(Opcodes.ICONST_0 + method);
    } else if (method <= Byte.MAX_VALUE) {
      out.visitIntInsn(Opcodes.BIPUSH, method);
    } else if (method <= Short.MAX_VALUE) {
      out.visitIntInsn(Opcodes.SIPUSH, method);
    } else {
      out.visitLdcInsn(method);
    }
  }

  private void call(String name, String descriptor) {
    out.visitMethodInsn(Opcodes.INVOKESTATIC, PROBES, name, descriptor, false);
  }
}
