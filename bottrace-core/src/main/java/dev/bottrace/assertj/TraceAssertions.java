package dev.bottrace.assertj;

import dev.bottrace.trace.RecordedRun;
import org.jspecify.annotations.Nullable;

/**
 * Where assertions on traces start, beside AssertJ's own {@code assertThat}.
 *
 * <pre>{@code
 * import static dev.bottrace.assertj.TraceAssertions.assertThat;
 *
 * Trace trace = Tracer.run(App.class).include("com.acme").calls().execute();
 * assertThat(trace)
 *     .exitCode(0)
 *     .called("Orders.place").times(2)
 *     .path("Orders.place >> Repository.save")
 *     .neverCalled("com.acme.legacy..");
 * }</pre>
 *
 * <p>With soft assertions, each chain is a check of its own:
 *
 * <pre>{@code
 * SoftAssertions.assertSoftly(
 *     softly -> {
 *       softly.check(() -> assertThat(trace).called("Orders.place").times(2));
 *       softly.check(() -> assertThat(trace).neverCalled("com.acme.legacy.."));
 *     });
 * }</pre>
 */
public final class TraceAssertions {
  private TraceAssertions() {}

  /**
   * Starts assertions on what was recorded of a run.
   *
   * @param actual a {@link dev.bottrace.trace.Trace}, or one that was read from a file
   * @return the assertions
   */
  public static TraceAssert assertThat(@Nullable RecordedRun actual) {
    return new TraceAssert(actual);
  }
}
