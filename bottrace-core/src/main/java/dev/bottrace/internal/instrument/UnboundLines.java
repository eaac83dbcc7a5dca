package dev.bottrace.internal.instrument;

import dev.bottrace.internal.symbol.BreakpointTable;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Notes which breakpoints a method has that has no room for their probes. */
final class UnboundLines extends MethodVisitor {
  private final String reason;
  private final ClassBreakpoints wanted;
  private final BreakpointTable table;

  UnboundLines(
      MethodVisitor out, MethodOutline method, ClassBreakpoints wanted, BreakpointTable table) {
    super(Opcodes.ASM9, out);
    this.reason = "method " + method.name() + " would pass 64 KB with a breakpoint";
    this.wanted = wanted;
    this.table = table;
    wanted.atEntry(method.name()).forEach(number -> table.failed(number, reason));
  }

  @Override
  public void visitLineNumber(int line, Label start) {
    super.visitLineNumber(line, start);
    wanted.atLine(line).forEach(number -> table.failed(number, reason));
  }
}
