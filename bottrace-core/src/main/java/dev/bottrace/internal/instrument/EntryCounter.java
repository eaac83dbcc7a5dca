package dev.bottrace.internal.instrument;

import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Puts one probe into a method, at bytecode 0, which counts its calls. */
final class EntryCounter extends MethodVisitor {
  private final int method;
  private final int line;

  EntryCounter(MethodVisitor out, int method, int line) {
    super(Opcodes.ASM9, out);
    this.method = method;
    this.line = line;
  }

  @Override
  public void visitCode() {
    super.visitCode();
    ProbeEmitter probes = new ProbeEmitter(mv, method, 0);
    probes.line(line);
    probes.count();
  }

  @Override
  public void visitMaxs(int maxStack, int maxLocals) {
    super.visitMaxs(Math.max(maxStack, 1), maxLocals);
  }
}
