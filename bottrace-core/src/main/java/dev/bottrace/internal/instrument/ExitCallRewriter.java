package dev.bottrace.internal.instrument;

import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Sends the calls of a method that end the JVM through probes, method references to them too. */
final class ExitCallRewriter extends MethodVisitor {
  private final ExitCalls exitCalls;

  ExitCallRewriter(MethodVisitor out, ExitCalls exitCalls) {
    super(Opcodes.ASM9, out);
    this.exitCalls = exitCalls;
  }

  @Override
  public void visitMethodInsn(
      int opcode, String owner, String name, String descriptor, boolean isInterface) {
    Handle probe = exitCalls.probeFor(owner, name, descriptor);
    if (probe == null) {
      super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
    } else {
      super.visitMethodInsn(
          Opcodes.INVOKESTATIC, probe.getOwner(), probe.getName(), probe.getDesc(), false);
    }
  }

  @Override
  public void visitInvokeDynamicInsn(
      String name, String descriptor, Handle bootstrap, Object... arguments) {
    Object[] replaced = arguments.clone();
    for (int i = 0; i < replaced.length; i++) {
      replaced[i] = replaced(replaced[i]);
    }
    super.visitInvokeDynamicInsn(name, descriptor, bootstrap, replaced);
  }

  @Override
  public void visitLdcInsn(Object value) {
    super.visitLdcInsn(replaced(value));
  }

  private Object replaced(Object constant) {
    if (constant instanceof Handle handle) {
      Handle probe = exitCalls.probeFor(handle.getOwner(), handle.getName(), handle.getDesc());
      return probe == null ? constant : probe;
    }
    return constant;
  }
}
