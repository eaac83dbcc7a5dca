package dev.bottrace.internal.instrument;

import dev.bottrace.internal.symbol.BreakpointTable;
import dev.bottrace.option.Breakpoint;
import java.util.List;
import org.objectweb.asm.ClassReader;

/** Breakpoints at each line of each class, and at the entry of each method. */
final class EveryLine extends BreakpointBinder {
  EveryLine() {
    super(new BreakpointTable(List.of(Breakpoint.of("Any.java:1"))));
  }

  @Override
  boolean mayMean(byte[] classFile) {
    return true;
  }

  @Override
  ClassBreakpoints of(ClassReader reader, ClassOutline outline) {
    ClassBreakpoints all = new ClassBreakpoints();
    outline.methods().forEach(method -> all.addMethod(method.name(), 0));
    linesByMethod(reader, outline)
        .values()
        .forEach(lines -> lines.forEach(line -> all.addLine(line, 0)));
    return all;
  }
}
