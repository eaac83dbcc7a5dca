package dev.bottrace.trace;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the values of one event by counting. */
final class ValueSearch extends CallPass {
  private long left;
  private EventValues found = EventValues.NONE;

  private ValueSearch(long event) {
    this.left = event;
  }

  static EventValues in(TraceRecording recording, long event) {
    ValueSearch search = new ValueSearch(event);
    search.over(recording);
    return search.found;
  }

  @Override
  public void call(TracedMethod method, TracedThread thread, int depth, List<Argument> arguments)
      throws IOException {
    if (left-- == 0) {
      found = new EventValues(List.copyOf(arguments), null);
      throw enough();
    }
  }

  @Override
  public void returned(
      TracedMethod method,
      TracedThread thread,
      int depth,
      @Nullable String thrown,
      @Nullable String value)
      throws IOException {
    if (left-- == 0) {
      found = new EventValues(List.of(), value);
      throw enough();
    }
  }
}
