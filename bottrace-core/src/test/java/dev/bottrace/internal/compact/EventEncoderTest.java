package dev.bottrace.internal.compact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bottrace.trace.Argument;
import dev.bottrace.trace.CallCount;
import dev.bottrace.trace.TraceEvent;
import dev.bottrace.trace.TraceEventSink;
import dev.bottrace.trace.TracedMethod;
import dev.bottrace.trace.TracedThread;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EventEncoderTest {
  private static final int RETURN = EventCode.of(EventCode.RETURN, 0);
  private static final TracedThread MAIN = new TracedThread(0, "main", true);
  private static final TracedThread WORKER = new TracedThread(1, "worker", false);

  private int taken;

  private final Chunks chunks = new Chunks();
  private final EventEncoder encoder = new EventEncoder(chunks, 64);

  /** Chunks in memory; fails when it is told to. */
  private static final class Chunks implements ChunkSink {
    private final List<byte[]> list = new ArrayList<>();
    private boolean failing;

    @Override
    public void chunk(byte[] bytes, int from, int to) throws IOException {
      if (failing) {
        throw new IOException("disk full");
      }
      list.add(Arrays.copyOfRange(bytes, from, to));
    }
  }

  /** Events as objects. */
  private static final class Events implements TraceEventSink {
    private final List<TraceEvent> list = new ArrayList<>();

    @Override
    public void call(
        TracedMethod method, TracedThread thread, int depth, List<Argument> arguments) {
      list.add(new TraceEvent.Call(method, thread, depth, arguments));
    }

    @Override
    public void returned(
        TracedMethod method,
        TracedThread thread,
        int depth,
        @Nullable String thrown,
        @Nullable String value) {
      list.add(new TraceEvent.Return(method, thread, depth, thrown, value));
    }

    @Override
    public void counts(Iterable<CallCount> counts) {}

    @Override
    public void flush() {}
  }

  private static final EventNames NAMES =
      new EventNames() {
        @Override
        public TracedMethod method(int id) {
          return EventEncoderTest.method(id);
        }

        @Override
        public String exceptionName(int id) {
          return "E" + id;
        }
      };

  private static TracedMethod method(int id) {
    return new TracedMethod(id, "a.App", "m" + id, "()V", "a/App.java", id);
  }

  private static int call(int method) {
    return EventCode.of(EventCode.CALL, method);
  }

  private static int thrown(int exception) {
    return EventCode.of(EventCode.THROWN, exception);
  }

  private void events(int thread, int... codes) throws IOException {
    for (int at = 0; at < codes.length; ) {
      int more = encoder.events(thread, codes, at, codes.length, NAMES);
      at += more;
      taken += more;
    }
  }

  private List<TraceEvent> decoded() throws IOException {
    encoder.handOn();
    Events events = new Events();
    EventDecoder decoder = new EventDecoder(events);
    for (byte[] chunk : chunks.list) {
      decoder.decode(chunk, 0, chunk.length);
    }
    return events.list;
  }

  private static TraceEvent called(int method, TracedThread thread, int depth) {
    return new TraceEvent.Call(method(method), thread, depth, List.of());
  }

  private static TraceEvent left(
      int method, TracedThread thread, int depth, @Nullable String thrown) {
    return new TraceEvent.Return(method(method), thread, depth, thrown, null);
  }

  @Test
  void takes_events_many_at_a_time() throws IOException {
    encoder.asides().define(MAIN);
    encoder.asides().define(WORKER);
    events(0, call(2), call(0), RETURN);
    events(1, call(300));
    events(1);
    events(0, thrown(1));
    events(1, RETURN);

    assertThat(decoded())
        .containsExactly(
            called(2, MAIN, 1),
            called(0, MAIN, 2),
            left(0, MAIN, 2, null),
            called(300, WORKER, 1),
            left(2, MAIN, 1, "E1"),
            left(300, WORKER, 1, null));
  }

  @Test
  void takes_any_number_of_events_with_ids_of_any_size() throws IOException {
    encoder.asides().define(MAIN);
    int[] codes = new int[40_000];
    Arrays.setAll(codes, i -> i % 2 == 0 ? call(i) : RETURN);
    events(0, codes);
    assertThat(decoded())
        .hasSize(codes.length)
        .contains(called(62, MAIN, 1), called(64, MAIN, 1), called(8192, MAIN, 1))
        .endsWith(called(39_998, MAIN, 1), left(39_998, MAIN, 1, null));
  }

  @Test
  void stops_at_a_mark_and_takes_none_where_there_is_one() throws IOException {
    encoder.asides().define(MAIN);
    int[] codes = {call(0), RETURN, EventCode.MARK, call(1)};
    events(0, call(0), RETURN);
    assertThat(encoder.events(0, codes, 0, 4, NAMES)).isEqualTo(2);
    assertThat(encoder.events(0, codes, 2, 4, NAMES)).isZero();
    assertThat(encoder.events(0, codes, 3, 3, NAMES)).isZero();
    assertThat(decoded()).hasSize(4);
  }

  @Test
  void takes_what_stands_before_something_that_is_not_defined_yet() throws IOException {
    encoder.asides().define(MAIN);
    int[] codes = {call(0), RETURN, call(1), thrown(0)};
    events(0, call(0), RETURN);
    assertThat(encoder.events(0, codes, 0, 4, NAMES)).isEqualTo(2);
    assertThat(encoder.events(0, codes, 2, 4, NAMES)).isEqualTo(1);
    assertThat(encoder.events(0, codes, 3, 4, NAMES)).isEqualTo(1);
    assertThat(decoded()).hasSize(6).endsWith(left(1, MAIN, 1, "E0"));
  }

  @Test
  void an_event_is_taken_whole_or_not_at_all() throws IOException {
    encoder.asides().define(MAIN);
    encoder.handOn();
    for (int i = 0; i < 1000; i++) {
      chunks.failing = i % 3 == 0;
      try {
        events(0, call(0), call(1), RETURN, thrown(0));
        encoder.call(0, 0, List.of(new Argument("x", "1")));
        taken++;
        encoder.returned(0, RETURN, "2");
        taken++;
      } catch (IOException e) {
        assertThat(e).hasMessage("disk full");
      }
    }
    chunks.failing = false;
    assertThat(decoded()).hasSize(taken);
    assertThat(taken).isBetween(3000, 5999);
  }

  /** The program's own thread hands events on, also where it has hardly any stack left. */
  @Test
  void an_event_is_taken_whole_or_not_at_all_where_the_stack_ends() throws Exception {
    encoder.asides().define(MAIN);
    events(0, call(0), thrown(0)); // links what would not be linked again after a failure
    encoder.call(0, 0, List.of(new Argument("x", "\ud800")));
    Thread thread = new Thread(null, this::takeAtTheEndOfTheStack, "deep", 1 << 18);
    thread.start();
    thread.join();
    assertThat(overflows).isGreaterThan(3);
    assertThat(taken).isGreaterThan(1000);
    assertThat(decoded()).hasSize(1 + taken);
  }

  private int overflows;

  /** Each level on the way back has a little more stack than the one before. */
  @SuppressWarnings("InfiniteRecursion")
  private void takeAtTheEndOfTheStack() {
    try {
      takeAtTheEndOfTheStack();
    } catch (StackOverflowError e) {
      overflows++;
    }
    try {
      encoder.call(0, 0, List.of(new Argument("x", "\ud800")));
      taken++;
      events(0, call(taken % 500), RETURN);
    } catch (StackOverflowError e) {
      overflows++;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void values_belong_to_the_event_that_follows_also_in_another_thread() throws IOException {
    encoder.asides().define(MAIN);
    encoder.asides().define(WORKER);
    events(0, call(0));
    List<Argument> arguments = List.of(new Argument("x", "1"), new Argument("y", "\ud800"));
    encoder.call(1, 0, arguments);
    events(0, RETURN);
    encoder.returned(1, RETURN, "\"v\"");

    assertThat(decoded())
        .containsExactly(
            called(0, MAIN, 1),
            new TraceEvent.Call(method(0), WORKER, 1, arguments),
            left(0, MAIN, 1, null),
            new TraceEvent.Return(method(0), WORKER, 1, null, "\"v\""));
  }

  @Test
  void closes_the_calls_that_are_open_at_the_end() throws IOException {
    encoder.asides().define(MAIN);
    encoder.asides().define(WORKER);
    events(0, call(0), call(1));
    events(1, call(2));
    encoder.asides().openCallsEnded();
    encoder.asides().end();

    assertThat(decoded().subList(3, 6))
        .containsExactly(
            left(1, MAIN, 2, TraceEventSink.ENDED),
            left(0, MAIN, 1, TraceEventSink.ENDED),
            left(2, WORKER, 1, TraceEventSink.ENDED));
  }

  @Test
  void a_chunk_is_no_larger_than_it_has_to_be() throws IOException {
    encoder.asides().define(MAIN);
    encoder.returned(0, RETURN, "x".repeat(10_000));
    for (int i = 0; i < 100; i++) {
      encoder.event(0, RETURN);
    }
    encoder.handOn();
    assertThat(chunks.list).extracting(chunk -> chunk.length > 64).containsOnlyOnce(true);
  }

  @Test
  void refuses_ids_that_no_table_has_room_for() {
    assertThatThrownBy(() -> encoder.asides().define(method(1 << 24)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("2^24");
    assertThatThrownBy(() -> encoder.asides().define(-1, "E")).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> encoder.asides().define(new TracedThread(1 << 24, "", false)))
        .isInstanceOf(IOException.class);
  }

  @Test
  void skips_asides_of_later_versions() throws IOException {
    byte[] chunk = {
      3, 3, 7, 0, 1, 4, 'm', 'a', 'i', 'n', // the thread
      3, 99, 2, 0, 0, // unknown
      3, 1, 8, 0, 5, 1, 'A', 1, 'm', 0, 0, // the method
      7, 0
    };
    Events events = new Events();
    new EventDecoder(events).decode(chunk, 0, chunk.length);
    assertThat(events.list).hasSize(1);
  }
}
