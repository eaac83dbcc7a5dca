package dev.bottrace.internal.instrument;

import dev.bottrace.internal.symbol.BreakpointTable;
import dev.bottrace.option.Breakpoint;
import java.util.Arrays;
import java.util.List;
import org.objectweb.asm.ClassReader;

/** Breakpoints at each line of each class, and at the entry of each method. */
final class EveryLine extends BreakpointBinder {
  private final int breakpoints;

  EveryLine() {
    this(List.of(Breakpoint.of("Any.java:1")));
  }

  private EveryLine(List<Breakpoint> breakpoints) {
    super(new BreakpointTable(breakpoints));
    this.breakpoints = breakpoints.size();
  }

  /** Each line has one of some conditions. */
  static EveryLine when(String... conditions) {
    return new EveryLine(
        Arrays.stream(conditions).map(text -> Breakpoint.of("Any.java:1 if " + text)).toList());
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
        .forEach(lines -> lines.forEach(line -> all.addLine(line, line % breakpoints)));
    return all;
  }
}
