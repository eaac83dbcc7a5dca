package dev.bottrace.internal.instrument;

import java.util.List;

/** What became of a class. Immutable, if nobody changes the bytes. */
public final class InstrumentedClass {
  private final byte[] classFile;
  private final List<String> warnings;

  /**
   * Makes a result.
   *
   * @param classFile the class to define, which is not copied
   * @param warnings what could not be instrumented and why, one line each
   */
  public InstrumentedClass(byte[] classFile, List<String> warnings) {
    this.classFile = classFile;
    this.warnings = warnings;
  }

  /**
   * Returns the class to define.
   *
   * @return its bytes; the very ones given if nothing was changed
   */
  public byte[] classFile() {
    return classFile;
  }

  /**
   * Returns what could not be instrumented.
   *
   * @return one line each, with the reason
   */
  public List<String> warnings() {
    return warnings;
  }
}
