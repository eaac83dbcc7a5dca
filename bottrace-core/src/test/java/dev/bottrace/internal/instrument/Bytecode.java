package dev.bottrace.internal.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bottrace.internal.symbol.SymbolTable;
import dev.bottrace.option.ClassFilter;
import dev.bottrace.option.Scope;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.util.CheckClassAdapter;

/** Instruments class files, and looks at the result. */
final class Bytecode {
  private Bytecode() {}

  static InstrumentedClass instrumented(byte[] classFile, Probing probing) {
    return new ClassInstrumenter(
            new SymbolTable(), ClassFilter.of(Scope.DEFAULT), true, probing, ExitCalls.ALL)
        .instrument(classFile, true);
  }

  /** The same, ready for a host. */
  static InstrumentedClass hosted(byte[] classFile, Probing probing) {
    return new ClassInstrumenter(
            new SymbolTable(), ClassFilter.of(Scope.DEFAULT), true, probing, ExitCalls.ALL)
        .hosted()
        .instrument(classFile, true);
  }

  /** Has ASM verify a class: stricter in the format, laxer in the types than the JVM. */
  static void check(byte[] classFile, String name) {
    StringWriter errors = new StringWriter();
    CheckClassAdapter.verify(
        new ClassReader(classFile),
        Bytecode.class.getClassLoader(),
        false,
        new PrintWriter(errors, true));
    assertThat(errors).describedAs(name).hasToString("");
  }
}
