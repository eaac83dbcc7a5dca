package dev.bottrace.internal.line;

import dev.bottrace.trace.TraceEventSink;
import org.jspecify.annotations.Nullable;

/**
 * A sink that writes plain events as lines that are prepared, so that who has many of them can add
 * these lines itself.
 */
public abstract class LineSink implements TraceEventSink {
  private final EventLines lines;

  /**
   * For subclasses.
   *
   * @param lines all that is done with events that have neither values nor an exception
   */
  protected LineSink(EventLines lines) {
    this.lines = lines;
  }

  /**
   * Returns the lines of a sink.
   *
   * @param sink any sink
   * @return its lines; null if it does anything else with plain events
   */
  public static @Nullable EventLines linesOf(TraceEventSink sink) {
    return sink instanceof LineSink lined ? lined.lines : null;
  }
}
