package dev.bottrace.internal.launch;

import dev.bottrace.internal.instrument.ClassInstrumenter;
import dev.bottrace.internal.instrument.InstrumentedClass;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link TracingClassLoader} loads and how.
 *
 * @param classPath where the classes are
 * @param instrumenter gives them probes; null where nothing is recorded
 * @param sink what the probes call
 * @param listener hears of each class
 */
record LoadedProgram(
    ClassPath classPath, @Nullable ClassInstrumenter instrumenter, Object sink, Listener listener) {

  /** Hears of the classes of a program while they are loaded. */
  interface Listener {
    /** Something could not be instrumented. */
    void warning(String warning);

    /** A class is about to be loaded. */
    default void reads(byte[] classFile) {}
  }

  InstrumentedClass instrument(String className, byte[] classFile, boolean own) {
    listener.reads(classFile);
    if (instrumenter == null) {
      return new InstrumentedClass(classFile, List.of());
    }
    InstrumentedClass instrumented = instrumenter.instrument(classFile, own);
    for (String warning : instrumented.warnings()) {
      listener.warning(className + ": " + warning);
    }
    return instrumented;
  }
}
