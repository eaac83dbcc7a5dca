package dev.bottrace.internal.record;

import dev.bottrace.option.OptionValueException;
import dev.bottrace.option.Overflow;
import dev.bottrace.option.TraceOptions;
import dev.bottrace.trace.TraceEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of events besides being kept.
 *
 * @param keepLast how many events are kept, the last ones; {@code Long.MAX_VALUE} is all
 * @param listener hears of each event; null if nobody does
 * @param overflow what happens to events that come too fast for it
 */
public record LiveOptions(
    long keepLast, @Nullable Consumer<TraceEvent> listener, Overflow overflow) {
  /** All events are kept, and nobody listens. */
  public static final LiveOptions NONE = new LiveOptions(Long.MAX_VALUE, null, Overflow.WAIT);

  /**
   * Checks the values.
   *
   * @throws IllegalArgumentException if fewer than one event is to be kept
   */
  public LiveOptions {
    if (keepLast < 1) {
      throw new OptionValueException("keepLast", "must be 1 or more, not " + keepLast);
    }
  }

  /**
   * Checks that there are events to keep and to hear of.
   *
   * @param options what is recorded
   * @throws IllegalStateException if there are none; the message says what to add
   */
  public void check(TraceOptions options) {
    if (!options.calls() && listener != null) {
      throw new IllegalStateException("onEvent(...) hears nothing without calls(): add calls()");
    }
    if (!options.calls() && keepLast != Long.MAX_VALUE) {
      throw new IllegalStateException("keepLast(...) keeps nothing without calls(): add calls()");
    }
  }

  /**
   * Makes what hands events to the listener.
   *
   * @return the feed, not started; null if nobody listens
   */
  public @Nullable LiveFeed feed() {
    return listener == null ? null : new LiveFeed(listener, overflow);
  }

  /**
   * Says what was dropped.
   *
   * @param events what was kept
   * @param feed what was told; null if nobody listens
   * @return one line each
   */
  public List<String> notices(EventLog.Snapshot events, @Nullable LiveFeed feed) {
    List<String> notices = new ArrayList<>();
    if (events.dropped() > 0) {
      notices.add(events.dropped() + " events before the last " + keepLast + " were dropped");
    }
    if (feed != null) {
      notices.addAll(feed.notices());
    }
    return notices;
  }
}
