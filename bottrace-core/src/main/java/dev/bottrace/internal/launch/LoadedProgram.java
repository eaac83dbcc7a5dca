package dev.bottrace.internal.launch;

import dev.bottrace.internal.instrument.ClassInstrumenter;
import dev.bottrace.internal.instrument.InstrumentedClass;
import dev.bottrace.internal.symbol.ClassIds;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link TracingClassLoader} loads and how.
 *
 * @param classPath where the classes are
 * @param instrumenter gives them probes; null where nothing is recorded
 * @param sink what the probes call
 * @param listener hears of each class
 * @param others gives probes to classes that are not on the class path; null where nothing is
 *     recorded
 */
record LoadedProgram(
    ClassPath classPath,
    @Nullable ClassInstrumenter instrumenter,
    Object sink,
    Listener listener,
    @Nullable OtherLoaders others) {

  /** Makes one of which nothing is recorded. */
  LoadedProgram(ClassPath classPath, Object sink, Listener listener) {
    this(classPath, null, sink, listener, null);
  }

  /** Hears of the classes of a program while they are loaded. */
  interface Listener {
    /** Something could not be instrumented. */
    void warning(String warning);

    /** A class is about to be loaded. */
    default void reads(byte[] classFile) {}
  }

  /** Instruments a class of the class path. */
  InstrumentedClass instrument(String className, byte[] classFile, boolean own) {
    if (others != null) {
      others.reads(className, classFile);
    }
    return changed(className, classFile, own);
  }

  /** Instruments a class, wherever it comes from. */
  InstrumentedClass changed(String className, byte[] classFile, boolean own) {
    return changed(className, classFile, own, new ClassIds());
  }

  /** Instruments a class, for the first time or again. */
  InstrumentedClass changed(String className, byte[] classFile, boolean own, ClassIds ids) {
    listener.reads(classFile);
    if (instrumenter == null) {
      return new InstrumentedClass(classFile, List.of());
    }
    InstrumentedClass instrumented = instrumenter.instrument(classFile, own, ids);
    for (String warning : instrumented.warnings()) {
      listener.warning(className + ": " + warning);
    }
    return instrumented;
  }

  void warning(String warning) {
    listener.warning(warning);
  }
}
