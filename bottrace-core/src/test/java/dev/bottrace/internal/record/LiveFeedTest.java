package dev.bottrace.internal.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bottrace.option.Overflow;
import dev.bottrace.trace.TraceEvent;
import dev.bottrace.trace.TracedMethod;
import dev.bottrace.trace.TracedThread;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class LiveFeedTest {
  private static final TraceEvent EVENT =
      new TraceEvent.Call(
          new TracedMethod(0, "T", "m", "()V", "T.java", 1),
          new TracedThread(0, "main", true),
          1,
          List.of(),
          null);

  private final AtomicInteger heard = new AtomicInteger();

  @Test
  void its_end_waits_for_a_listener_that_has_not_begun() throws Exception {
    LiveFeed feed = new LiveFeed(event -> heard.incrementAndGet(), Overflow.WAIT);
    feed.add(EVENT);
    AtomicInteger heardAtEnd = new AtomicInteger();
    Thread ending =
        new Thread(
            () -> {
              feed.close();
              heardAtEnd.set(heard.get());
            });
    ending.start();
    while (ending.getState() != Thread.State.TIMED_WAITING
        && ending.getState() != Thread.State.TERMINATED) {
      Thread.onSpinWait();
    }
    Thread listening = new Thread(feed);
    listening.start();
    listening.join();
    ending.join();
    assertThat(heardAtEnd).hasValue(1);
    assertThat(feed.notices()).isEmpty();
  }

  @Test
  void a_listener_that_hangs_again_and_again_is_said_once() throws Exception {
    Semaphore goes = new Semaphore(0);
    LiveFeed feed =
        new LiveFeed(
            event -> {
              goes.acquireUninterruptibly();
              heard.incrementAndGet();
            },
            Overflow.WAIT);
    Thread listening = new Thread(feed);
    listening.start();
    int events = 2 * LiveFeed.CAPACITY;
    for (int stall = 1; stall <= 2; stall++) {
      for (int i = 0; i < events; i++) {
        feed.add(EVENT);
      }
      feed.awaitRoom();
      goes.release(events);
      while (heard.get() < stall * events) {
        Thread.onSpinWait();
      }
    }
    feed.close();
    listening.join();
    assertThat(feed.notices())
        .containsExactly("the listener took no event for 5 seconds; events were dropped");
  }
}
