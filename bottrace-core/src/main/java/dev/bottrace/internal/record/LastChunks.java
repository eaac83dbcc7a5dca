package dev.bottrace.internal.record;

import dev.bottrace.internal.compact.EventDecoder;
import dev.bottrace.internal.compact.OpenCall;
import dev.bottrace.trace.Argument;
import dev.bottrace.trace.TraceEventSink;
import dev.bottrace.trace.TraceRecording;
import dev.bottrace.trace.TracedMethod;
import dev.bottrace.trace.TracedThread;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * Keeps the chunks that hold the last events, and of those before them only which calls are open
 * where the kept ones begin.
 */
final class LastChunks implements Chunks {
  private final long most;
  private final LongSupplier taken;
  private final Deque<Chunk> kept = new ArrayDeque<>();
  private final EventDecoder before = new EventDecoder(new Unheard());
  private long ofKept;
  private long dropped;

  /** A chunk that defines all that it needs, and how many events it has. */
  private static final class Chunk {
    private final byte[] bytes;
    private final long events;

    Chunk(byte[] bytes, long events) {
      this.bytes = bytes;
      this.events = events;
    }

    void decode(EventDecoder decoder) throws IOException {
      decoder.decode(bytes, 0, bytes.length);
    }
  }

  /**
   * Makes an empty log.
   *
   * @param most how many events are kept
   * @param taken tells how many there were, up to the end of the chunk that is added
   */
  LastChunks(long most, LongSupplier taken) {
    this.most = most;
    this.taken = taken;
  }

  @Override
  public void add(byte[] bytes, int from, int to) {
    long events = taken.getAsLong() - dropped - ofKept;
    kept.add(new Chunk(Arrays.copyOfRange(bytes, from, to), events));
    ofKept += events;
    while (!kept.isEmpty() && ofKept - kept.getFirst().events >= most) {
      drop(kept.removeFirst());
    }
  }

  private void drop(Chunk chunk) {
    try {
      chunk.decode(before);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // nobody writes
    }
    before.forgetThreadsAtRest();
    ofKept -= chunk.events;
    dropped += chunk.events;
  }

  /** Returns how many events were there before those that are shown. */
  long dropped() {
    return dropped + Math.max(0, ofKept - most);
  }

  List<TracedThread> threads() {
    Set<TracedThread> threads = new LinkedHashSet<>();
    try {
      replay(new ThreadsOfEvents(threads));
    } catch (IOException e) {
      throw new UncheckedIOException(e); // nobody writes
    }
    return List.copyOf(threads);
  }

  /** Hears which threads have events. */
  private static final class ThreadsOfEvents extends Unheard {
    private final Set<TracedThread> threads;

    ThreadsOfEvents(Set<TracedThread> threads) {
      this.threads = threads;
    }

    @Override
    public void call(
        TracedMethod method, TracedThread thread, int depth, List<Argument> arguments) {
      threads.add(thread);
    }
  }

  @Override
  public void replay(TraceEventSink sink) throws IOException {
    decoded(new ArrayList<>(kept), beginning(), sink);
  }

  @Override
  public TraceRecording copy() {
    List<Chunk> chunks = List.copyOf(kept);
    Beginning beginning = beginning();
    return sink -> OpenCallsEnded.decode(decoded(chunks, beginning, sink));
  }

  /** What was before the chunks that are kept, and how many of their events are not shown. */
  private record Beginning(Map<TracedThread, List<OpenCall>> open, long calls, long early) {}

  private Beginning beginning() {
    return new Beginning(before.openCalls(), before.calls(), Math.max(0, ofKept - most));
  }

  private static EventDecoder decoded(List<Chunk> chunks, Beginning beginning, TraceEventSink sink)
      throws IOException {
    LateBeginning late =
        new LateBeginning(beginning.open(), beginning.calls(), beginning.early(), sink);
    EventDecoder decoder = new EventDecoder(late);
    for (Map.Entry<TracedThread, List<OpenCall>> calls : beginning.open().entrySet()) {
      decoder.open(calls.getKey(), calls.getValue());
    }
    for (Chunk chunk : chunks) {
      chunk.decode(decoder);
    }
    return decoder;
  }
}
