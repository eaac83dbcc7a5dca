package dev.bottrace.internal.record;

import java.io.IOException;

/** Takes the events of all threads in the order of the trace. */
interface EventConsumer extends EventTaker {
  /** No event follows. */
  void finish(boolean complete) throws IOException;

  void flush() throws IOException;
}
