package dev.bottrace.internal.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bottrace.internal.compact.EventCode;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class EventRingTest {
  private static final int EVENTS = 2_000_000;

  private final Sequence sequence = new Sequence();
  private final EventRing ring = new EventRing(sequence, EventRing.FIRST_CAPACITY_VIRTUAL);
  private final Object lock = new Object();

  private void write(int event, Object value) {
    if (value == null && ring.offer(EventCode.of(EventCode.CALL, event))) {
      return;
    }
    if (ring.isFull()) {
      synchronized (lock) {
        ring.lookAsWriter();
        read();
        ring.admit(Long.MAX_VALUE);
      }
    }
    ring.ensureRun();
    ring.append(EventCode.of(EventCode.CALL, event), value);
  }

  /** The next event that is to be read. */
  private int expected;

  private int values;
  private boolean inOrder = true;
  private long lastStamp;

  private void read() {
    while (ring.hasNext()) {
      long stamp = ring.nextStamp();
      inOrder &= stamp >= lastStamp;
      lastStamp = stamp;
      ring.beginRun();
      for (; ring.hasNextInRun(); ring.tail++) {
        inOrder &= ring.next() == EventCode.of(EventCode.CALL, expected);
        readValue();
        expected++;
      }
    }
  }

  private void readValue() {
    Object[] all = ring.values;
    if (all != null && ring.nextValue() != null) {
      inOrder &= ring.nextValue().equals(expected);
      all[(int) ring.tail & (all.length - 1)] = null;
      values++;
    }
  }

  private void readAsAnother() {
    while (expected < EVENTS) {
      synchronized (lock) {
        sequence.claim(); // so that a run begins, now and then, with its mark
        ring.look();
        read();
      }
    }
  }

  @Test
  void another_thread_reads_each_event_once_and_in_order_while_it_is_written() {
    CompletableFuture<Void> reader = CompletableFuture.runAsync(this::readAsAnother);

    for (int i = 0; i < EVENTS; i++) {
      write(i, i % 1000 == 999 ? i : null);
    }
    reader.join();

    assertThat(inOrder).isTrue();
    assertThat(expected).isEqualTo(EVENTS);
    assertThat(values).isEqualTo(EVENTS / 1000);
    assertThat(ring.isDrained()).isTrue();
  }

  @Test
  void a_stamp_and_what_stands_before_it_come_through() {
    long stamp = 0;
    for (int i = 0; i < 5; i++) {
      stamp = sequence.claim();
    }
    ring.admit(Long.MAX_VALUE);
    Handover handover = new Handover(1, 2, this, 3, 4);
    ring.note(handover);
    ring.append(EventCode.RETURN, null);

    ring.look();

    assertThat(ring.nextStamp()).isEqualTo(stamp + 1);
    ring.beginRun();
    assertThat(ring.nextNote()).isSameAs(handover);
    assertThat(ring.next()).isEqualTo(EventCode.RETURN);
  }

  @Test
  void the_values_of_a_run_are_those_of_its_events_that_are_published_and_wanted() {
    for (int i = 0; i < 5; i++) {
      write(i, i);
    }
    sequence.claim();
    write(5, 5);

    ring.look();
    ring.beginRun();

    assertThat(ring.valuesOfRun(Long.MAX_VALUE)).containsExactly(0, 1, 2, 3, 4);
    assertThat(ring.valuesOfRun(3)).containsExactly(0, 1, 2);
    ring.tail += 4;
    assertThat(ring.valuesOfRun(3)).containsExactly(4);
  }

  @Test
  void a_place_that_was_read_is_empty_until_it_is_written_again() {
    write(0, null);
    int capacity = ring.codes.length;
    for (int i = 1; i < 10 * capacity; i++) {
      write(i, null);
    }

    ring.look();
    read();

    assertThat(expected).isEqualTo(10 * capacity);
    assertThat(inOrder).isTrue();
    assertThat(ring.isDrained()).isTrue();
  }
}
