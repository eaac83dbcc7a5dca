package dev.bottrace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bottrace.host.target.Nest;
import dev.bottrace.option.Overflow;
import dev.bottrace.trace.Trace;
import dev.bottrace.trace.TraceEvent;
import dev.bottrace.trace.target.CountsTarget;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Events as they come, and the last ones only. */
@Timeout(240)
class LiveTest {
  private static final String HOST = "dev.bottrace.host.target";
  private static final int LARGE = 200_000;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 99, 100, 101, 70_001, 400_000, 400_001, 1_000_000})
  void the_last_events_are_kept_and_balanced(long most) {
    Nest nest = new Nest();
    List<TraceEvent> all =
        Tracer.record(() -> nest.leaves(LARGE)).include(HOST).calls().execute().events();
    Trace trace =
        Tracer.record(() -> nest.leaves(LARGE)).include(HOST).calls().keepLast(most).execute();
    List<TraceEvent> kept = trace.events();
    int from = (int) Math.max(0, all.size() - most);
    List<TraceEvent> last = all.subList(from, all.size());
    int open = kept.size() - last.size();
    assertThat(kept.subList(open, kept.size())).isEqualTo(last);
    assertThat(open).isEqualTo(from == 0 ? 0 : last.get(0).depth() - (isCall(last) ? 1 : 0));
    for (int i = 0; i < open; i++) {
      assertThat(kept.get(i).depth()).isEqualTo(i + 1);
    }
    assertThat(trace.callTree().calls()).allMatch(call -> call.ended() && call.thrown().isEmpty());
    assertThat(trace.notices())
        .isEqualTo(
            from == 0
                ? List.of()
                : List.of(from + " events before the last " + most + " were dropped"));
  }

  private static boolean isCall(List<TraceEvent> events) {
    return events.get(0) instanceof TraceEvent.Call;
  }

  @Test
  void what_is_kept_is_seen_while_it_goes_on() throws Exception {
    Nest nest = new Nest();
    try (Recording recording = Tracer.include(HOST).calls().callCounts().keepLast(1000).start()) {
      Thread other = new Thread(() -> nest.leaves(LARGE));
      other.start();
      while (other.isAlive()) {
        assertThat(recording.snapshot().callTree().calls()).hasSizeLessThanOrEqualTo(1002);
      }
      other.join();
      assertThat(recording.stop().callCounts())
          .anyMatch(count -> count.method().name().equals("leaf") && count.count() == LARGE);
    }
  }

  @Test
  void a_listener_gets_each_event_once_and_in_order() {
    Nest nest = new Nest();
    List<TraceEvent> heard = new ArrayList<>();
    Trace trace =
        Tracer.record(() -> nest.leaves(LARGE))
            .include(HOST)
            .calls()
            .args()
            .returns()
            .onEvent(heard::add, Overflow.WAIT)
            .execute();
    assertThat(heard).isEqualTo(trace.events());
    assertThat(trace.notices()).isEmpty();
  }

  @Test
  void a_listener_hears_of_a_program_too() throws Exception {
    List<TraceEvent> heard = Collections.synchronizedList(new ArrayList<>());
    Trace trace =
        Tracer.run(CountsTarget.class, "4", "2000")
            .calls()
            .keepLast(10)
            .onEvent(heard::add, Overflow.WAIT)
            .execute();
    assertThat(heard.size()).isGreaterThan(16_000);
    List<TraceEvent> kept = trace.events();
    assertThat(heard.subList(heard.size() - 10, heard.size()))
        .isEqualTo(kept.subList(kept.size() - 10, kept.size()));
  }

  @Test
  void what_a_slow_listener_does_not_get_is_counted() {
    Nest nest = new Nest();
    CountDownLatch done = new CountDownLatch(1);
    AtomicLong heard = new AtomicLong();
    Recording recording =
        Tracer.include(HOST)
            .calls()
            .onEvent(
                event -> {
                  await(done);
                  heard.incrementAndGet();
                },
                Overflow.DROP)
            .start();
    nest.leaves(LARGE);
    done.countDown();
    Trace trace = recording.stop();
    long events = trace.events().size();
    assertThat(recording.dropped()).isPositive();
    assertThat(heard.get() + recording.dropped()).isEqualTo(events);
    assertThat(trace.notices())
        .containsExactly("the listener did not get " + recording.dropped() + " events");
  }

  @Test
  void a_listener_that_blocks_for_good_holds_nobody_up_for_good() {
    Nest nest = new Nest();
    CountDownLatch never = new CountDownLatch(1);
    Trace trace =
        Tracer.record(() -> nest.leaves(LARGE))
            .include(HOST)
            .calls()
            .onEvent(event -> await(never), Overflow.WAIT)
            .execute();
    assertThat(trace.callTree().calls()).hasSize(LARGE + 2);
    assertThat(trace.notices())
        .hasSize(3)
        .anyMatch(notice -> notice.contains("took no event for 5 seconds; events were dropped"));
    never.countDown();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void a_listener_that_throws_gets_no_more_events() {
    Nest nest = new Nest();
    AtomicLong heard = new AtomicLong();
    Trace trace =
        Tracer.record(() -> nest.leaves(10))
            .include(HOST)
            .calls()
            .onEvent(
                event -> {
                  if (heard.incrementAndGet() == 3) {
                    throw new IllegalStateException("enough");
                  }
                },
                Overflow.WAIT)
            .execute();
    assertThat(heard).hasValue(3);
    assertThat(trace.uncaught()).isEmpty();
    assertThat(trace.notices())
        .containsExactly(
            "the listener failed and got no more events: java.lang.IllegalStateException: enough",
            "the listener did not get 21 events");
  }

  @Test
  void a_listener_may_ask_and_stop_its_own_recording_and_is_not_recorded() {
    Nest nest = new Nest();
    AtomicReference<Recording> own = new AtomicReference<>();
    AtomicReference<Trace> seen = new AtomicReference<>();
    CountDownLatch started = new CountDownLatch(1);
    CountDownLatch stopped = new CountDownLatch(1);
    own.set(
        Tracer.include(HOST)
            .calls()
            .onEvent(
                event -> {
                  await(started);
                  if (seen.get() == null) {
                    nest.leaves(5);
                    assertThat(own.get().snapshot().callTree().calls()).isNotEmpty();
                    seen.set(own.get().stop());
                    stopped.countDown();
                  }
                },
                Overflow.WAIT)
            .start());
    started.countDown();
    nest.leaves(1);
    await(stopped);
    assertThat(seen.get().threads()).hasSize(1);
    assertThat(own.get().stop()).isSameAs(seen.get());
  }

  @Test
  void there_must_be_events_to_hear_of_or_to_keep() {
    assertThatThrownBy(() -> Tracer.include(HOST).callCounts().keepLast(5).start())
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("keepLast(...) keeps nothing without calls(): add calls()");
    assertThatThrownBy(
            () -> Tracer.include(HOST).callCounts().onEvent(event -> {}, Overflow.DROP).start())
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("onEvent(...) hears nothing without calls(): add calls()");
    assertThatThrownBy(() -> Tracer.include(HOST).keepLast(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("keepLast must be 1 or more, not 0");
  }
}
