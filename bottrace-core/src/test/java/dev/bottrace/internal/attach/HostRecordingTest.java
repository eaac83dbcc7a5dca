package dev.bottrace.internal.attach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bottrace.host.target.Nest;
import dev.bottrace.internal.record.RecorderOwner;
import dev.bottrace.option.TraceOptions;
import dev.bottrace.trace.Argument;
import dev.bottrace.trace.CallCount;
import dev.bottrace.trace.TraceEventSink;
import dev.bottrace.trace.TracedMethod;
import dev.bottrace.trace.TracedThread;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(
    value = 60,
    threadMode = Timeout.ThreadMode.SEPARATE_THREAD) // a stop that hangs hears of nothing
class HostRecordingTest {
  @Test
  void an_end_that_fails_is_an_end_and_fails_for_all() {
    FailingSink sink = new FailingSink();
    HostRecording recording =
        HostRecording.of(
            TraceOptions.DEFAULT.withCalls().withInclude("dev.bottrace.host.target"),
            Hub.get(),
            new HostRecording.Client(sink, new Silent(), () -> {}));
    recording.begin();
    new Nest().leaves(1);
    sink.fails = true;

    assertThatThrownBy(recording::stop).hasMessage("as asked");
    assertThatThrownBy(recording::stop).hasRootCauseMessage("as asked");
    assertThat(recording.goesOn()).isFalse();
    assertThat(Hub.get().recordings().all()).doesNotContain(recording);
  }

  /** Has a bug. */
  private static final class FailingSink implements TraceEventSink {
    private volatile boolean fails;

    @Override
    public void call(
        TracedMethod method, TracedThread thread, int depth, List<Argument> arguments) {}

    @Override
    public void returned(
        TracedMethod method, TracedThread thread, int depth, String thrown, String value) {}

    @Override
    public void counts(Iterable<CallCount> counts) {}

    @Override
    public void flush() {
      if (fails) {
        throw new IllegalStateException("as asked");
      }
    }
  }

  private static final class Silent implements RecorderOwner {
    @Override
    public void limitReached(long events) {}

    @Override
    public void notice(String line) {}

    @Override
    public void writeFailed(IOException failure) {}

    @Override
    public int programHalts(int status) {
      return status;
    }

    @Override
    public void programExits(int status) {}
  }
}
