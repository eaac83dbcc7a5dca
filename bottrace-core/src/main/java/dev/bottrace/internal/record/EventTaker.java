package dev.bottrace.internal.record;

import java.io.IOException;

/** Takes an event whole or, if it throws, not at all. */
interface EventTaker {
  void accept(ThreadRecord thread, int code) throws IOException;
}
