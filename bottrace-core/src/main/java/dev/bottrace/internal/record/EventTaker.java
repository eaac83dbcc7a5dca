package dev.bottrace.internal.record;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Takes an event whole or, if it throws, not at all. */
interface EventTaker {
  void accept(ThreadRecord thread, int code, @Nullable Object value) throws IOException;
}
