package dev.bottrace.internal.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bottrace.internal.symbol.SymbolTable;
import dev.bottrace.trace.Argument;
import dev.bottrace.trace.CallCount;
import dev.bottrace.trace.TracedMethod;
import dev.bottrace.trace.TracedThread;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class RecorderTest {
  private final RecorderFixture fixture =
      new RecorderFixture(RecorderFixture.calls().withCallCounts(), 1000);

  @Test
  void keeps_millions_of_events_of_one_thread() throws Exception {
    int calls = 2_000_000;
    for (int i = 0; i < calls; i++) {
      fixture.call(i % 1000);
    }
    int[] called = fixture.calledMethods();
    assertThat(called).hasSize(calls);
    for (int i = 0; i < calls; i++) {
      if (called[i] != i % 1000) {
        assertThat(called[i]).as("call %d", i).isEqualTo(i % 1000);
      }
    }
    assertThat(fixture.recorder.callCounts()).hasSize(1000).allMatch(c -> c.count() == 2000);
  }

  @Test
  void keeps_the_order_of_each_thread_while_rings_grow_and_wrap() throws Exception {
    int calls = 100_000;
    RecorderFixture.inThreads(
        4,
        index -> {
          for (int i = 0; i < calls; i++) {
            fixture.call(250 * index + i % 250);
          }
        });
    int[] next = new int[4];
    for (int method : fixture.calledMethods()) {
      int thread = method / 250;
      if (method % 250 != next[thread] % 250) {
        assertThat(method % 250).as("thread %d", thread).isEqualTo(next[thread] % 250);
      }
      next[thread]++;
    }
    assertThat(next).containsOnly(calls);
  }

  @Test
  void counts_and_events_agree_for_many_threads() throws Exception {
    RecorderFixture.inThreads(
        8,
        index -> {
          for (int i = 0; i <= index * 1000; i++) {
            fixture.call(index);
          }
        });
    fixture.recorder.finish();
    assertThat(fixture.recorder.callCounts())
        .extracting(CallCount::count)
        .containsExactly(7001L, 6001L, 5001L, 4001L, 3001L, 2001L, 1001L, 1L);
  }

  /** As when an agent has changed a collection of the JDK so that it calls traced code. */
  @Test
  void what_is_called_while_events_are_handed_on_is_not_recorded() throws Exception {
    RecorderFixture[] written = new RecorderFixture[1];
    Lines lines =
        new Lines() {
          @Override
          public void call(
              TracedMethod method, TracedThread thread, int depth, List<Argument> arguments)
              throws IOException {
            super.call(method, thread, depth, arguments);
            for (int i = 0; i < 3; i++) {
              written[0].call(1);
            }
          }
        };
    written[0] = new RecorderFixture(RecorderFixture.calls(), 2, lines);
    written[0].recorder.mainThread(Thread.currentThread());
    int calls = 50_000;

    RecorderFixture.inThreads(2, index -> callMany(written[0], calls));
    callMany(written[0], calls);
    written[0].recorder.finish();

    assertThat(lines.list).hasSize(6 * calls).allMatch(line -> line.endsWith("m0"));
    assertThat(written[0].told).isEmpty();
  }

  private static void callMany(RecorderFixture fixture, int calls) {
    for (int i = 0; i < calls; i++) {
      fixture.call(0);
    }
  }

  @Test
  void counts_exactly_for_many_threads_and_methods() throws Exception {
    var counting = new RecorderFixture(RecorderFixture.counts(), 3000);
    RecorderFixture.inThreads(200, index -> countEach(counting, 3000));
    assertThat(counting.recorder.callCounts()).hasSize(3000).allMatch(c -> c.count() == 200);
  }

  /** As when it is attached: the main thread has counted before it is known as that. */
  @Test
  void counts_of_the_main_thread_are_whole_from_whenever_it_is_known() throws Exception {
    var counting = new RecorderFixture(RecorderFixture.counts(), 3000);
    countEach(counting, 300);
    counting.recorder.untoldMainThread(Thread.currentThread());
    countEach(counting, 300);
    countEach(counting, 3000); // more than there was room for
    countEach(counting, 3000);
    RecorderFixture.inThreads(2, index -> countEach(counting, 3000));
    assertThat(counting.recorder.callCounts())
        .hasSize(3000)
        .allMatch(c -> c.count() == (c.method().id() < 300 ? 6 : 4));
  }

  private static void countEach(RecorderFixture counting, int methods) {
    for (int i = 0; i < methods; i++) {
      counting.recorder.count(i);
    }
  }

  @Test
  void counts_stay_exact_while_threads_come_and_go_and_counts_are_asked_for() throws Exception {
    var counting = new RecorderFixture(RecorderFixture.counts(), 1);
    RecorderFixture.inThreads(
        4,
        index -> {
          for (int i = 0; i < 500; i++) {
            Thread thread = new Thread(() -> counting.recorder.count(0));
            thread.start();
            join(thread);
            long soFar = counting.recorder.callCounts().get(0).count();
            if (soFar > 2000) {
              throw new AssertionError("counted twice: " + soFar);
            }
          }
        });
    assertThat(counting.recorder.callCounts()).extracting(CallCount::count).containsExactly(2000L);
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** As where an agent has a method of the JDK call code that is traced. */
  @Test
  void what_threads_of_ours_call_is_not_recorded() throws Exception {
    Thread ours = new OwnThread(null, () -> fixture.call(0), "ours");
    ours.start();
    ours.join();
    fixture.call(1);
    assertThat(fixture.calledMethods()).containsExactly(1);
  }

  @Test
  void records_ten_thousand_short_threads() throws Exception {
    for (int i = 0; i < 10_000; i++) {
      Thread thread = new Thread(() -> fixture.call(0));
      thread.start();
      thread.join();
    }
    assertThat(fixture.calledMethods()).hasSize(10_000);
    assertThat(fixture.log.threads()).hasSize(10_000);
  }

  @Test
  void numbers_threads_in_the_order_of_their_first_events() throws Exception {
    Thread main = new Thread(() -> fixture.call(0), "program");
    fixture.recorder.mainThread(main);
    Thread other = new Thread(() -> fixture.call(0), "other");
    for (Thread thread : List.of(other, main)) {
      thread.start();
      thread.join();
    }
    fixture.recorder.finish();
    assertThat(fixture.log.threads())
        .containsExactly(new TracedThread(0, "other", false), new TracedThread(1, "program", true));
  }

  @Test
  void gives_a_thread_the_same_sink_for_all_its_calls() throws Exception {
    Set<Object> sinks = ConcurrentHashMap.newKeySet();
    RecorderFixture.inThreads(
        4,
        index -> {
          var sink = fixture.recorder.current(0);
          sinks.add(sink);
          assertThat(fixture.recorder.current(0)).isSameAs(sink);
        });
    assertThat(sinks).hasSize(4);
  }

  @Test
  void keeps_the_interrupt_status_of_a_thread() {
    Thread.currentThread().interrupt();
    try {
      for (int i = 0; i < 100_000; i++) {
        fixture.call(0);
      }
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
    assertThat(fixture.events()).hasSize(200_000);
  }

  @Test
  void stops_when_events_cannot_be_written_and_says_so_once() {
    FullDisk disk = new FullDisk(3);
    var writing = new RecorderFixture(RecorderFixture.calls(), 1, disk);
    for (int i = 0; i < 3; i++) {
      writing.call(0);
    }
    writing.recorder.flush();
    for (int i = 0; i < 100_000; i++) {
      writing.call(0);
    }
    writing.recorder.flush();
    writing.recorder.finish();
    assertThat(disk.list).containsExactly("+m0", "-m0", "+m0");
    assertThat(writing.told).containsExactly("failed: no space left");
  }

  @Test
  void says_so_when_memory_ends_at_the_end() {
    var writing =
        new RecorderFixture(
            RecorderFixture.calls(),
            1,
            new Lines() {
              @Override
              public void flush() {
                throw new OutOfMemoryError();
              }
            });
    writing.call(0);
    writing.recorder.finish();
    writing.recorder.finish();
    assertThat(writing.told).containsExactly("failed: out of memory");
  }

  @Test
  void reports_a_flush_that_fails_once() {
    FullDisk disk = new FullDisk(0);
    var writing = new RecorderFixture(RecorderFixture.calls(), 1, disk);
    writing.recorder.flush();
    writing.recorder.flush();
    writing.recorder.finish();
    assertThat(writing.told).containsExactly("failed: no space left");
  }

  @Test
  void reports_a_failure_again_that_found_no_stack_or_memory() {
    for (Error error : List.of(new StackOverflowError(), new OutOfMemoryError())) {
      var writing = new RecorderFixture(RecorderFixture.calls(), 1, new FullDisk(0));
      writing.whenTold = error;
      writing.call(0);
      writing.recorder.flush();
      writing.recorder.finish();
      writing.recorder.finish();
      assertThat(writing.told).containsExactly("failed: no space left");
    }
  }

  /** Has room for some events. */
  private static final class FullDisk extends Lines {
    private final int room;

    FullDisk(int room) {
      this.room = room;
    }

    @Override
    public void call(TracedMethod method, TracedThread thread, int depth, List<Argument> arguments)
        throws IOException {
      check();
      super.call(method, thread, depth, arguments);
    }

    @Override
    public void returned(
        TracedMethod method, TracedThread thread, int depth, String thrown, String value)
        throws IOException {
      check();
      super.returned(method, thread, depth, thrown, value);
    }

    @Override
    public void flush() throws IOException {
      check();
    }

    private void check() throws IOException {
      if (list.size() >= room) {
        throw new IOException("no space left");
      }
    }
  }

  @Test
  void takes_an_event_once_that_found_no_memory_or_stack_at_first() {
    Flaky flaky = new Flaky();
    var writing = new RecorderFixture(RecorderFixture.calls(), 2, flaky);
    writing.call(0);
    writing.call(1);
    for (int i = 0; i < 10; i++) {
      writing.recorder.flush();
    }
    writing.recorder.finish();
    assertThat(flaky.list).containsExactly("+m0", "-m0", "+m1", "-m1");
    assertThat(writing.told).isEmpty();
  }

  /** Fails at each event twice before it takes it. */
  private static final class Flaky extends Lines {
    private int attempts;

    @Override
    public void call(TracedMethod method, TracedThread thread, int depth, List<Argument> arguments)
        throws IOException {
      attempt();
      super.call(method, thread, depth, arguments);
    }

    @Override
    public void returned(
        TracedMethod method, TracedThread thread, int depth, String thrown, String value)
        throws IOException {
      attempt();
      super.returned(method, thread, depth, thrown, value);
    }

    private void attempt() {
      attempts++;
      if (attempts % 3 == 1) {
        throw new OutOfMemoryError();
      }
      if (attempts % 3 == 2) {
        throw new StackOverflowError();
      }
    }
  }

  @Test
  void needs_a_table_of_its_own() {
    SymbolTable used = new SymbolTable();
    used.exceptionId(new IOException());
    assertThatThrownBy(
            () ->
                Recorder.keeping(
                    RecordedProgram.of(used, RecorderFixture.calls()), fixture, new EventLog(used)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
