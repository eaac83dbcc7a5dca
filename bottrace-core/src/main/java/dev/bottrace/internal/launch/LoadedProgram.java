package dev.bottrace.internal.launch;

import dev.bottrace.internal.instrument.ClassInstrumenter;
import dev.bottrace.internal.instrument.InstrumentedClass;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link TracingClassLoader} loads and how.
 *
 * @param classPath where the classes are
 * @param instrumenter gives them probes; null where nothing is recorded
 * @param sink what the probes call
 * @param warnings takes what could not be instrumented
 * @param reader sees each class file first
 */
record LoadedProgram(
    ClassPath classPath,
    @Nullable ClassInstrumenter instrumenter,
    Object sink,
    Consumer<String> warnings,
    Consumer<byte[]> reader) {

  InstrumentedClass instrument(String className, byte[] classFile, boolean own) {
    reader.accept(classFile);
    if (instrumenter == null) {
      return new InstrumentedClass(classFile, List.of());
    }
    InstrumentedClass instrumented = instrumenter.instrument(classFile, own);
    for (String warning : instrumented.warnings()) {
      warnings.accept(className + ": " + warning);
    }
    return instrumented;
  }
}
