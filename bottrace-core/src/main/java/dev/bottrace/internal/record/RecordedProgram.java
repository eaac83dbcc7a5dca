package dev.bottrace.internal.record;

import dev.bottrace.internal.code.NoClasses;
import dev.bottrace.internal.code.ProgramClasses;
import dev.bottrace.internal.symbol.BreakpointTable;
import dev.bottrace.internal.symbol.SymbolTable;
import dev.bottrace.option.TraceOptions;
import java.util.List;

/**
 * What a recorder knows of the program that it records.
 *
 * @param symbols an unused table of methods
 * @param breakpoints a table of places
 * @param options what to record
 * @param classes the program's classes
 * @param inHost whether it is part of a host, whose threads and methods others record too
 */
public record RecordedProgram(
    SymbolTable symbols,
    BreakpointTable breakpoints,
    TraceOptions options,
    ProgramClasses classes,
    boolean inHost) {
  /**
   * Describes a program without breakpoints.
   *
   * @param symbols an unused table of methods
   * @param options what to record
   * @return the program
   */
  public static RecordedProgram of(SymbolTable symbols, TraceOptions options) {
    return new RecordedProgram(
        symbols, new BreakpointTable(List.of()), options, NoClasses.INSTANCE, false);
  }
}
