package dev.bottrace.assertj;

import dev.bottrace.internal.capture.ValueCapturer;
import dev.bottrace.option.Limits;
import dev.bottrace.option.Redaction;
import org.jspecify.annotations.Nullable;

/** Values as traces write them. */
final class Notation {
  private Notation() {}

  /** Returns the line that a trace would have for an argument or a result. */
  static String ofCall(@Nullable Object value) {
    return of(value, Limits.ARGUMENTS);
  }

  /** Returns the line that a trace would have for a variable or a watch. */
  static String ofVariable(@Nullable Object value) {
    return of(value, Limits.DEFAULT);
  }

  private static String of(@Nullable Object value, Limits limits) {
    return new ValueCapturer(limits, Redaction.DEFAULT).begin().value(value).toString();
  }
}
