package dev.bottrace.internal.capture;

import dev.bottrace.option.Limits;
import dev.bottrace.option.Redaction;
import org.jspecify.annotations.Nullable;

/** Shortest way from a value to its line. */
final class Captured {
  private Captured() {}

  static String line(@Nullable Object value) {
    return line(value, Limits.DEFAULT);
  }

  static String line(@Nullable Object value, Limits limits) {
    return new ValueCapturer(limits, Redaction.DEFAULT).begin().value(value).toString();
  }
}
