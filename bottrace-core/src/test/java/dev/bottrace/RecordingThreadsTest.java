package dev.bottrace;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bottrace.host.target.EndOfStack;
import dev.bottrace.host.target.Orders;
import dev.bottrace.trace.CallCount;
import dev.bottrace.trace.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Which threads a recording sees, and several recordings at a time. */
@Timeout(120)
class RecordingThreadsTest {
  private static final String HOST = "dev.bottrace.host.target";

  private final Orders orders = new Orders();

  private static long placed(Trace trace) {
    return trace.callCounts().stream()
        .filter(count -> count.method().name().equals("place"))
        .mapToLong(CallCount::count)
        .sum();
  }

  private void place(int times) {
    for (int i = 0; i < times; i++) {
      orders.place("pen", 1);
    }
  }

  @Test
  void threads_that_a_block_starts_are_seen_and_others_are_not() throws Exception {
    ExecutorService before = Executors.newSingleThreadExecutor();
    before.submit(() -> place(1)).get();
    Trace trace =
        Tracer.record(
                () -> {
                  Thread started = new Thread(() -> place(2), "started");
                  started.start();
                  started.join();
                  before.submit(() -> place(100)).get();
                  CountDownLatch done = new CountDownLatch(1); // get() might run it in this thread
                  ForkJoinPool.commonPool()
                      .execute(
                          () -> {
                            place(1000);
                            done.countDown();
                          });
                  done.await();
                })
            .include(HOST)
            .calls()
            .callCounts()
            .execute();
    before.shutdown();
    assertThat(placed(trace)).isEqualTo(2);
    assertThat(trace.threads()).extracting(thread -> thread.name()).containsExactly("started");
  }

  @Test
  void calls_near_the_end_of_the_stack_are_recorded() throws Exception {
    CompletableFuture<Trace> recorded = new CompletableFuture<>();
    int[] called = new int[1];
    Runnable task =
        () -> {
          Recording recording = Tracer.include(HOST + ".EndOfStack").calls().thisThread().start();
          called[0] = new EndOfStack().reach();
          recorded.complete(recording.stop());
        };
    Thread thread = new Thread(null, task, "small", 256 << 10);
    thread.start();
    Trace trace = recorded.get(60, SECONDS);
    thread.join();
    assertThat(trace.incomplete()).isEmpty();
    assertThat(called[0]).isGreaterThanOrEqualTo(20_000);
    assertThat(trace.count("EndOfStack.leaf")).isEqualTo(called[0]);
  }

  @Test
  void a_thread_that_a_block_leaves_behind_is_not_seen_by_the_next_recording() throws Exception {
    CountDownLatch go = new CountDownLatch(1);
    List<Thread> left = new ArrayList<>();
    Tracer.record(
            () -> {
              Thread thread =
                  new Thread(
                      () -> {
                        try {
                          go.await();
                          place(5);
                        } catch (InterruptedException e) {
                          throw new AssertionError(e);
                        }
                      });
              thread.start();
              left.add(thread);
            })
        .include(HOST)
        .calls()
        .execute();
    Trace next =
        Tracer.record(
                () -> {
                  go.countDown();
                  left.get(0).join();
                  place(1);
                })
            .include(HOST)
            .calls()
            .execute();
    assertThat(placed(next)).isEqualTo(1);
  }

  @Test
  void blocks_that_run_at_the_same_time_see_their_own_calls_only() throws Exception {
    int threads = 8;
    CyclicBarrier together = new CyclicBarrier(threads);
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    List<Future<Long>> counts = new ArrayList<>();
    for (int i = 1; i <= threads; i++) {
      int own = 100 * i;
      counts.add(
          pool.submit(
              () -> {
                together.await(60, SECONDS);
                long wrong = 0;
                for (int round = 0; round < 20; round++) {
                  BlockRequest request = Tracer.record(() -> place(own)).include(HOST);
                  Trace trace =
                      (round % 3 == 0
                              ? request.calls()
                              : round % 3 == 1 ? request.callCounts() : request.calls().args())
                          .execute();
                  wrong += placed(trace) == own ? 0 : 1;
                }
                return wrong;
              }));
    }
    for (Future<Long> wrong : counts) {
      assertThat(wrong.get()).isZero();
    }
    pool.shutdown();
  }

  @Test
  void recordings_inside_one_another_each_see_what_they_are_to_see() {
    List<Trace> inner = new ArrayList<>();
    Trace trace =
        Tracer.record(
                () -> {
                  place(1);
                  inner.add(
                      Tracer.record(() -> place(2))
                          .include(HOST + ".Repository")
                          .calls()
                          .execute());
                  place(4);
                })
            .include(HOST)
            .calls()
            .execute();
    assertThat(placed(trace)).isEqualTo(7);
    assertThat(trace.callTree().calls()).hasSize(21).allMatch(call -> call.thrown().isEmpty());
    assertThat(inner.get(0).callTree().calls())
        .hasSize(2)
        .allMatch(call -> call.method().name().equals("save") && call.depth() == 1);
  }

  @Test
  void a_recording_of_all_threads_goes_on_beside_others() {
    try (Recording all = Tracer.include(HOST).callCounts().start();
        Recording mine = Tracer.include(HOST).calls().thisThread().start()) {
      place(3);
      Thread other = new Thread(() -> place(10));
      other.start();
      join(other);
      assertThat(placed(mine.stop())).isEqualTo(13);
      place(100);
      assertThat(placed(all.snapshot())).isEqualTo(113);
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
