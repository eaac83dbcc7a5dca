package dev.bottrace.internal.instrument;

import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Sends the calls of a method that end the JVM through probes. */
final class ExitCallRewriter extends MethodVisitor {
  private final ExitCalls exitCalls;

  ExitCallRewriter(MethodVisitor out, ExitCalls exitCalls) {
    super(Opcodes.ASM9, out);
    this.exitCalls = exitCalls;
  }

  @Override
  public void visitMethodInsn(
      int opcode, String owner, String name, String descriptor, boolean isInterface) {
    if (!exitCalls.replace(mv, owner, name, descriptor)) {
      super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
    }
  }
}
