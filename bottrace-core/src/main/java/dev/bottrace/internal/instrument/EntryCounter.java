package dev.bottrace.internal.instrument;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Puts probes into a method which count: its own calls, at bytecode 0, and those that it makes of
 * code that is not traced.
 */
final class EntryCounter extends MethodVisitor {
  private final int method;
  private final int line;
  private final @Nullable SiteProbes calls;

  EntryCounter(MethodVisitor out, int method, int line, @Nullable SiteProbes calls) {
    super(Opcodes.ASM9, out);
    this.method = method;
    this.line = line;
    this.calls = calls;
  }

  @Override
  public void visitCode() {
    super.visitCode();
    ProbeEmitter probes = new ProbeEmitter(mv, method, 0);
    probes.line(line);
    probes.count();
  }

  @Override
  public void visitLineNumber(int number, Label start) {
    super.visitLineNumber(number, start);
    if (calls != null) {
      calls.line(number);
    }
  }

  @Override
  public void visitTypeInsn(int opcode, String type) {
    super.visitTypeInsn(opcode, type);
    if (calls != null && opcode == Opcodes.NEW) {
      calls.newObject(type);
    }
  }

  @Override
  public void visitMethodInsn(
      int opcode, String owner, String name, String descriptor, boolean isInterface) {
    int site = calls == null ? ClassSites.NONE : calls.id(owner, name, descriptor);
    if (calls != null && site != ClassSites.NONE) {
      calls.before(site, opcode, descriptor);
    }
    super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
  }

  @Override
  public void visitInvokeDynamicInsn(
      String name, String descriptor, Handle bootstrap, Object... arguments) {
    if (calls != null) {
      calls.handsOn(arguments);
    }
    super.visitInvokeDynamicInsn(name, descriptor, bootstrap, arguments);
  }

  @Override
  public void visitMaxs(int maxStack, int maxLocals) {
    if (calls == null) {
      super.visitMaxs(Math.max(maxStack, 1), maxLocals);
    } else {
      super.visitMaxs(maxStack + calls.stack(), Math.max(maxLocals, calls.endOfSpares()));
    }
  }
}
