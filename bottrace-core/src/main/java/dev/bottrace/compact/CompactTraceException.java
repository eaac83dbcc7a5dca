package dev.bottrace.compact;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Says why a trace in compact form can't be read, or not beyond some point. */
public final class CompactTraceException extends IOException {
  private static final long serialVersionUID = 1L;

  CompactTraceException(String message) {
    super(message);
  }

  CompactTraceException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
