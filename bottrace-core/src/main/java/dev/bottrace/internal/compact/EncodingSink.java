package dev.bottrace.internal.compact;

import dev.bottrace.trace.TraceEventSink;
import org.jspecify.annotations.Nullable;

/** A sink that does nothing with events but encode them, so that its encoder can be fed instead. */
public abstract class EncodingSink implements TraceEventSink {
  private final EventEncoder encoder;

  /**
   * For subclasses.
   *
   * @param encoder takes all events
   */
  protected EncodingSink(EventEncoder encoder) {
    this.encoder = encoder;
  }

  /**
   * Returns the encoder of a sink. Who feeds it does so from the first event to the last one.
   *
   * @param sink any sink
   * @return its encoder; null if it does anything else with events
   */
  public static @Nullable EventEncoder encoderOf(TraceEventSink sink) {
    return sink instanceof EncodingSink encoding ? encoding.encoder : null;
  }
}
