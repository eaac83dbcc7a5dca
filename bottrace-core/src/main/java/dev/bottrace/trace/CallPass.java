package dev.bottrace.trace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks at all events of a recording once, without keeping them. */
abstract class CallPass implements TraceEventSink {
  /** Ends a pass that has seen enough. */
  private static final class Enough extends IOException {
    private static final long serialVersionUID = 1L;

    @Override
    public synchronized Throwable fillInStackTrace() {
      return this;
    }
  }

  /** Looks at the events, until there are no more or {@link #enough} is thrown. */
  final void over(TraceRecording recording) {
    try {
      recording.replay(this);
    } catch (Enough e) {
      return;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Makes what a pass throws in order to look at no more events. */
  static IOException enough() {
    return new Enough();
  }

  @Override
  public void call(TracedMethod method, TracedThread thread, int depth, List<Argument> arguments)
      throws IOException {}

  @Override
  public void returned(
      TracedMethod method,
      TracedThread thread,
      int depth,
      @Nullable String thrown,
      @Nullable String value)
      throws IOException {}

  @Override
  public void counts(Iterable<CallCount> counts) {}

  @Override
  public void flush() {}
}
