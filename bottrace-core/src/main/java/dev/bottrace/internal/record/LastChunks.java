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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the chunks that hold the last events, and of those before them only which calls are open
 * where the kept ones begin.
 */
final class LastChunks implements Chunks {
  private final long most;
  private final LongSupplier taken;
  private @Nullable Chunk first;
  private @Nullable Chunk last;
  private OpenBefore before = new OpenBefore(Map.of(), 0);
  private long ofKept;
  private long dropped;

  /** A chunk that defines all that it needs, and how many events it has. */
  private static final class Chunk {
    private final byte[] bytes;
    private final long events;
    private @Nullable Chunk next;

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

  /** Which calls are open where the first chunk begins, and how many calls were before that. */
  private record OpenBefore(Map<TracedThread, List<OpenCall>> open, long calls) {
    OpenBefore after(Chunk chunk) throws IOException {
      EventDecoder decoder = new EventDecoder(new Unheard());
      decoder.beginAt(calls);
      openIn(decoder);
      chunk.decode(decoder);
      return new OpenBefore(decoder.openCalls(), decoder.calls());
    }

    void openIn(EventDecoder decoder) throws IOException {
      for (Map.Entry<TracedThread, List<OpenCall>> ofThread : open.entrySet()) {
        decoder.open(ofThread.getKey(), ofThread.getValue());
      }
    }
  }

  /**
   * Keeps a chunk. Where there is no memory or stack for that, it is not kept, and is to be added
   * again: each change is made by stores alone, when nothing can miss any more.
   */
  @Override
  public void add(byte[] bytes, int from, int to) {
    long events = taken.getAsLong() - dropped - ofKept;
    Chunk added = new Chunk(Arrays.copyOfRange(bytes, from, to), events);
    while (first != null && ofKept + events - first.events >= most) {
      drop(first);
    }
    if (last == null) {
      first = added;
    } else {
      last.next = added;
    }
    last = added;
    ofKept += events;
  }

  private void drop(Chunk chunk) {
    try {
      before = before.after(chunk);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // nobody writes
    }
    first = chunk.next;
    chunk.next = null; // who still reads it does not hold those that come after it
    if (first == null) {
      last = null;
    }
    ofKept -= chunk.events;
    dropped += chunk.events;
  }

  private List<Chunk> kept() {
    List<Chunk> kept = new ArrayList<>();
    for (Chunk chunk = first; chunk != null; chunk = chunk.next) {
      kept.add(chunk);
    }
    return kept;
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
    decoded(kept(), beginning(), sink);
  }

  @Override
  public TraceRecording copy() {
    List<Chunk> chunks = kept();
    Beginning beginning = beginning();
    return sink -> OpenCallsEnded.decode(decoded(chunks, beginning, sink));
  }

  /** What was before the chunks that are kept, and how many of their events are not shown. */
  private record Beginning(OpenBefore before, long early) {}

  private Beginning beginning() {
    return new Beginning(before, Math.max(0, ofKept - most));
  }

  private static EventDecoder decoded(List<Chunk> chunks, Beginning beginning, TraceEventSink sink)
      throws IOException {
    OpenBefore before = beginning.before();
    EventDecoder decoder =
        new EventDecoder(new LateBeginning(before.open(), before.calls(), beginning.early(), sink));
    before.openIn(decoder);
    for (Chunk chunk : chunks) {
      chunk.decode(decoder);
    }
    return decoder;
  }
}
