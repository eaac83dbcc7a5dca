package dev.bottrace.internal.compact;

import java.io.IOException;

/** Bytes that no encoder has made. */
public final class MalformedTraceException extends IOException {
  private static final long serialVersionUID = 1L;

  MalformedTraceException(String message) {
    super(message);
  }
}
