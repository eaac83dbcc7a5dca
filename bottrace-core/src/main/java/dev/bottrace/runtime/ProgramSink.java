package dev.bottrace.runtime;

import org.jspecify.annotations.Nullable;

/**
 * Hands a sink to the probes of a JVM that runs one program, on its boot class path, and to those
 * of a host whose own classes are recorded.
 */
public final class ProgramSink {
  private static volatile @Nullable Object sink;

  private ProgramSink() {}

  /**
   * Sets the sink, before any probe is called.
   *
   * @param given a {@link ProbeSink} where anything is recorded
   */
  public static void set(Object given) {
    sink = given;
  }

  /**
   * Returns the sink.
   *
   * @return what was set last; null if nothing was
   */
  public static @Nullable Object get() {
    return sink;
  }
}
