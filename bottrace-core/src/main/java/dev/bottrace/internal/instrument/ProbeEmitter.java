package dev.bottrace.internal.instrument;

import dev.bottrace.internal.symbol.SiteVariable;
import java.util.List;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Writes the calls of probes into a method. The method keeps what its entry probe returned in two
 * variables of its own: the thread's sink, and the depth of the call.
 */
final class ProbeEmitter {
  static final String PROBES = "dev/bottrace/runtime/Probes";
  static final String SINK = "dev/bottrace/runtime/ThreadSink";

  /** Variables that a method needs for its probes. */
  static final int SLOTS = 2;

  /** Those that it needs besides where its own variables are copied. */
  static final int SLOTS_OF_LOCALS = 2;

  /** What probes push at most, on top of what the method has on its stack. */
  static final int STACK = 5;

  /** The same where they take arguments or values. */
  static final int STACK_WITH_VALUES = 7;

  static final String REFERENCES = "[Ljava/lang/Object;";
  static final String BITS = "[J";

  private static final String FRAME = "dev/bottrace/runtime/LocalsFrame";

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
    keepCall(); //
  }

  /**
   * Enters with arguments.
   *
   * @param parameters their types and variables
   */
  void enter(List<SiteVariable> parameters) {
    pushMethod(); // id
    Constants.push(out, parameters.size()); // id size
    out.visitTypeInsn(Opcodes.ANEWARRAY, "java/lang/Object"); // id values
    for (int i = 0; i < parameters.size(); i++) {
      Type type = Type.getType(parameters.get(i).descriptor());
      out.visitInsn(Opcodes.DUP); // id values values
      Constants.push(out, i); // id values values i
      out.visitVarInsn(type.getOpcode(Opcodes.ILOAD), parameters.get(i).slot());
      Boxing.box(out, type); // id values values i value
      out.visitInsn(Opcodes.AASTORE); // id values
    }
    call("enter", "(I" + REFERENCES + ")L" + SINK + ";"); // sink
    keepCall(); //
  }

  private void keepCall() {
    out.visitInsn(Opcodes.DUP); // sink sink
    out.visitVarInsn(Opcodes.ASTORE, slot); // sink
    out.visitFieldInsn(Opcodes.GETFIELD, SINK, "depth", "I"); // depth
    out.visitVarInsn(Opcodes.ISTORE, slot + 1); //
  }

  /**
   * Asks for the place where the call's variables are copied.
   *
   * @param slots how many there are at most
   */
  void locals(int slots) {
    pushCall(); // sink depth
    pushMethod(); // sink depth id
    Constants.push(out, slots); // sink depth id slots
    call("locals", SINK_DEPTH + "II)L" + FRAME + ";"); // frame
    out.visitInsn(Opcodes.DUP); // frame frame
    out.visitFieldInsn(Opcodes.GETFIELD, FRAME, "references", REFERENCES); // frame references
    out.visitVarInsn(Opcodes.ASTORE, slot + SLOTS); // frame
    out.visitFieldInsn(Opcodes.GETFIELD, FRAME, "bits", BITS); // bits
    out.visitVarInsn(Opcodes.ASTORE, slot + SLOTS + 1); //
  }

  /**
   * Copies what a variable holds.
   *
   * @param variable its slot in the class file as it was
   * @param moved its slot now
   * @param storeOpcode says of which kind it is
   */
  void copy(int variable, int moved, int storeOpcode) {
    boolean reference = storeOpcode == Opcodes.ASTORE;
    out.visitVarInsn(Opcodes.ALOAD, slot + SLOTS + (reference ? 0 : 1)); // copies
    Constants.push(out, reference ? variable : variable + 1); // copies i
    out.visitVarInsn(storeOpcode - Opcodes.ISTORE + Opcodes.ILOAD, moved); // copies i value
    switch (storeOpcode) {
      case Opcodes.ISTORE -> out.visitInsn(Opcodes.I2L);
      case Opcodes.FSTORE -> {
        toBits("java/lang/Float", "floatToRawIntBits", "(F)I");
        out.visitInsn(Opcodes.I2L);
      }
      case Opcodes.DSTORE -> toBits("java/lang/Double", "doubleToRawLongBits", "(D)J");
      default -> {}
    }
    out.visitInsn(reference ? Opcodes.AASTORE : Opcodes.LASTORE); //
  }

  private void toBits(String owner, String name, String descriptor) {
    out.visitMethodInsn(Opcodes.INVOKESTATIC, owner, name, descriptor, false);
  }

  /** Notes which stretch of its code the call is in. */
  void stretch(int number) {
    out.visitVarInsn(Opcodes.ALOAD, slot + SLOTS + 1); // bits
    out.visitInsn(Opcodes.ICONST_0); // bits 0
    Constants.push(out, number); // bits 0 number
    out.visitInsn(Opcodes.I2L); // bits 0 number
    out.visitInsn(Opcodes.LASTORE); //
  }

  /** Expects the value that is returned on the stack and leaves it there. */
  void exit(Type type) {
    out.visitInsn(type.getSize() == 2 ? Opcodes.DUP2 : Opcodes.DUP); // value value
    Boxing.box(out, type); // value boxed
    pushCall(); // value boxed sink depth
    pushMethod(); // value boxed sink depth id
    call("exit", "(Ljava/lang/Object;L" + SINK + ";II)V"); // value
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
   * @param withLocals whether the method's variables are copied
   */
  void caught(boolean asOther, boolean withLocals) {
    out.visitInsn(Opcodes.DUP); // thrown thrown
    if (asOther) {
      out.visitTypeInsn(Opcodes.CHECKCAST, "java/lang/Throwable"); // thrown thrown
    }
    pushCall(); // thrown thrown sink depth
    call(withLocals ? "caughtWithLocals" : "caught", THROWN_SINK_DEPTH + ")V"); // thrown
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
    Constants.push(out, method);
  }

  private void call(String name, String descriptor) {
    out.visitMethodInsn(Opcodes.INVOKESTATIC, PROBES, name, descriptor, false);
  }
}
