package dev.bottrace.assertj;

import dev.bottrace.trace.RecordedRun;
import org.jspecify.annotations.Nullable;

/** Assertions on a trace as a whole: those of {@link AbstractTraceAssert}. */
public final class TraceAssert extends AbstractTraceAssert<TraceAssert> {
  TraceAssert(@Nullable RecordedRun actual) {
    super(actual, TraceAssert.class);
  }

  @Override
  TraceAssert whole() {
    return this;
  }
}
