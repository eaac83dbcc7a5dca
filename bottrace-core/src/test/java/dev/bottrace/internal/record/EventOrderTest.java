package dev.bottrace.internal.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What happened before stands before it, whoever does it and whenever events are taken out. */
@Timeout(120)
class EventOrderTest {
  private static final int METHODS = 100_000;

  private final RecorderFixture fixture =
      new RecorderFixture(RecorderFixture.calls(), METHODS + 10);

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void calls_of_many_threads_stand_in_the_order_of_a_lock(boolean flushing) throws Exception {
    AtomicLong order = new AtomicLong();
    ReentrantLock lock = new ReentrantLock();
    AtomicBoolean over = new AtomicBoolean();
    Thread flusher = flushing ? flushUntil(over) : null;
    RecorderFixture.inThreads(
        8,
        index -> {
          boolean more = true;
          while (more) {
            lock.lock();
            try {
              // Now and then several calls in a row, so that runs of all lengths occur.
              for (int i = 0; more && i <= index; i++) {
                long stamp = order.getAndIncrement();
                more = stamp < METHODS;
                if (more) {
                  fixture.call((int) stamp);
                }
              }
            } finally {
              lock.unlock();
            }
          }
        });
    stop(flusher, over);
    assertIsInOrder(METHODS);
  }

  @Test
  void calls_of_two_threads_stand_in_the_order_of_a_token() throws Exception {
    int handOvers = 20_000; // as many as are wanted, through the real API: TraceRunTest
    AtomicInteger token = new AtomicInteger();
    AtomicBoolean over = new AtomicBoolean();
    Thread flusher = flushUntil(over);
    RecorderFixture.inThreads(
        2,
        turn -> {
          for (int i = turn; i < handOvers; i += 2) {
            while (token.getAcquire() != i) {
              LockSupport.parkNanos(1);
            }
            fixture.call(i);
            token.setRelease(i + 1);
          }
        });
    stop(flusher, over);
    assertIsInOrder(handOvers);
  }

  @Test
  void calls_of_new_threads_stand_after_what_happened_before_their_start() throws Exception {
    AtomicBoolean over = new AtomicBoolean();
    Thread flusher = flushUntil(over);
    SynchronousQueue<Integer> baton = new SynchronousQueue<>();
    for (int i = 0; i < 4000; i += 2) {
      int next = i;
      Thread thread =
          new Thread(
              () -> {
                fixture.call(next);
                putOrFail(baton, next);
              });
      thread.start();
      baton.take();
      fixture.call(next + 1);
      thread.join();
    }
    stop(flusher, over);
    assertIsInOrder(4000);
  }

  private static void putOrFail(SynchronousQueue<Integer> queue, int value) {
    try {
      queue.put(value);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private Thread flushUntil(AtomicBoolean over) {
    Thread thread =
        new Thread(
            () -> {
              while (!over.get()) {
                fixture.recorder.flush();
                LockSupport.parkNanos(1000); // or it would keep the monitor for itself
              }
            });
    thread.start();
    return thread;
  }

  private static void stop(Thread flusher, AtomicBoolean over) throws InterruptedException {
    over.set(true);
    if (flusher != null) {
      flusher.join();
    }
  }

  private void assertIsInOrder(int calls) throws Exception {
    int[] called = fixture.calledMethods();
    assertThat(called).hasSize(calls);
    for (int i = 0; i < calls; i++) {
      if (called[i] != i) {
        assertThat(called[i]).as("call %d", i).isEqualTo(i);
      }
    }
  }
}
