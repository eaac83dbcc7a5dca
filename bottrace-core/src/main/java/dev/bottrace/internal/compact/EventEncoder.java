package dev.bottrace.internal.compact;

import dev.bottrace.trace.Argument;
import dev.bottrace.trace.TaskOrigin;
import dev.bottrace.trace.TracedThread;
import java.io.IOException;
import java.util.List;

/**
 * Turns events into chunks of bytes. Each event is one varint; a thread is named where another one
 * goes on. Methods, exception names and threads are defined before they are first used.
 *
 * <p>An event is taken whole or, if a method throws (also for want of stack or memory), not at all:
 * what was stored counts only when the size says so, by the last step. For use by one thread at a
 * time.
 */
public final class EventEncoder {
  /** Events that {@link #events} takes at most. */
  static final int MOST_EVENTS = 1 << 10;

  private static final int CAPACITY = 1 << 16;

  /** For the names of a method, at their longest, and the events of one step. */
  private static final int ROOM = 1 << 19;

  private static final int THREAD_AND_EVENT = 2 * Varints.INT;

  private final ChunkBuffer chunk;
  private final AsideEncoder asides;
  private final Definitions definitions;
  private final BodyWriter body = new BodyWriter();

  /** The thread of the last event; -1 if the chunk says of none that it goes on. */
  private int thread = -1;

  /**
   * Makes an encoder.
   *
   * @param chunks takes chunks, each as it gets full
   */
  public EventEncoder(ChunkSink chunks) {
    this(chunks, CAPACITY);
  }

  /**
   * Makes an encoder.
   *
   * @param chunks takes chunks, each as it gets full
   * @param capacity bytes of a chunk; more only where one thing alone needs more
   */
  public EventEncoder(ChunkSink chunks, int capacity) {
    this(chunks, capacity, false, false);
  }

  private EventEncoder(ChunkSink chunks, int capacity, boolean sparse, boolean whole) {
    this.chunk = new ChunkBuffer(chunks, capacity, whole ? this::beginChunk : () -> {});
    this.asides = new AsideEncoder(chunk);
    this.definitions = new Definitions(asides, sparse, whole);
  }

  /**
   * Makes an encoder that defines only what it meets, for traces that know a few of very many
   * methods.
   *
   * @param chunks takes chunks, each as it gets full
   * @return the encoder
   */
  public static EventEncoder sparse(ChunkSink chunks) {
    return new EventEncoder(chunks, CAPACITY, true, false);
  }

  /**
   * Makes an encoder whose chunks each define what they need, so that the ones before them need not
   * be kept. Calls may be open at their beginning.
   *
   * @param chunks takes chunks
   * @return the encoder, to be told of each thread by {@link #ready}
   */
  public static EventEncoder wholeChunks(ChunkSink chunks) {
    return new EventEncoder(chunks, CAPACITY + ROOM, true, true);
  }

  /**
   * Makes room for events of a thread, and defines it, where each chunk does that for itself. What
   * follows, up to {@link #MOST_EVENTS} events or one with values, is in one chunk.
   *
   * @param traced the thread
   * @throws IOException if a chunk could not be written, or there is no place for the thread
   */
  public void ready(TracedThread traced) throws IOException {
    if (definitions.ofEachChunk()) {
      if (chunk.size > ChunkBuffer.HEADROOM + CAPACITY) {
        chunk.handOn();
      }
      definitions.define(traced);
    }
  }

  /**
   * Tells whether {@link #ready} defines threads.
   *
   * @return whether nobody else is to define them
   */
  public boolean definesThreads() {
    return definitions.ofEachChunk();
  }

  /** Nothing is known of the chunks before. */
  private void beginChunk() {
    definitions.clear();
    thread = -1;
  }

  /**
   * Returns what takes all that is no event.
   *
   * @return puts it after the events that were taken so far
   */
  public AsideEncoder asides() {
    return asides;
  }

  /**
   * Takes an event.
   *
   * @param index of its thread, which was defined
   * @param code of its kind, and of a method or an exception name that was defined
   * @throws IOException if a chunk could not be written
   */
  public void event(int index, int code) throws IOException {
    chunk.reserve(THREAD_AND_EVENT);
    int at = Varints.store(chunk.bytes, storeThread(chunk.size, index), code);
    thread = index;
    chunk.size = at;
  }

  private int storeThread(int at, int index) {
    return index == thread
        ? at
        : Varints.store(chunk.bytes, at, EventCode.of(EventCode.MARK, index + 1));
  }

  /**
   * Takes events of one thread, as they stand in an array, up to the first code of kind {@link
   * EventCode#MARK}. Defines the methods and exceptions that were not defined yet: all up to the
   * largest id, since ids are given in their order.
   *
   * @param index of the thread, which was defined
   * @param codes hold the events
   * @param from where they begin
   * @param to where they end, exclusive
   * @param names what ids stand for
   * @return how many it took: fewer than there are before a mark only if there are very many, or
   *     something has to be defined before the next one
   * @throws IOException if a chunk could not be written; none was taken then
   */
  public int events(int index, int[] codes, int from, int to, EventNames names) throws IOException {
    int end = Math.min(to, from + MOST_EVENTS);
    int taken = take(index, codes, from, end);
    if (taken == 0 && from < end && codes[from] != EventCode.MARK) {
      definitions.define(codes[from], names);
      taken = take(index, codes, from, end);
    }
    return taken;
  }

  /**
   * Takes events up to a mark, or one of something that is not defined. Most events are a return,
   * or a call of a method with a small id: for those there is no branch that a processor could
   * predict wrongly.
   */
  private int take(int index, int[] codes, int from, int to) throws IOException {
    chunk.reserve(Varints.INT * (1 + to - from));
    byte[] out = chunk.bytes;
    int at = storeThread(chunk.size, index);
    int known = Math.min(definitions.methods << EventCode.KIND_BITS, 1 << 14);
    int i = from;
    for (; i < to; i++) {
      int code = codes[i];
      if ((code & EventCode.THROWN) == 0 && code < known) {
        boolean two = code >= 1 << 7;
        out[at] = (byte) (two ? code | 0x80 : code);
        out[at + 1] = (byte) (code >>> 7);
        at += two ? 2 : 1;
      } else if (definitions.isDefined(code)) {
        at = Varints.store(out, at, code);
      } else {
        break;
      }
    }
    if (i > from) {
      thread = index;
      chunk.size = at;
    }
    return i - from;
  }

  /**
   * Defines what an event is of, unless that was done: all up to that id, or that one alone.
   *
   * @param code of the event
   * @param names what ids stand for
   * @throws IOException if a chunk could not be written
   */
  public void define(int code, EventNames names) throws IOException {
    definitions.define(code, names);
  }

  /**
   * Takes a call with its arguments.
   *
   * @param index of its thread, which was defined
   * @param method id of the method, which was defined
   * @param arguments in the order of the parameters
   * @throws IOException if a chunk could not be written
   */
  public void call(int index, int method, List<Argument> arguments) throws IOException {
    if (!arguments.isEmpty()) {
      body.clear();
      body.number(arguments.size());
      for (Argument argument : arguments) {
        body.text(argument.name()).text(argument.value());
      }
      event(index, EventCode.of(EventCode.CALL, method), Aside.ARGUMENTS);
    } else {
      event(index, EventCode.of(EventCode.CALL, method));
    }
  }

  /**
   * Takes a call with which a task begins.
   *
   * @param index of its thread, which was defined
   * @param method id of the method, which was defined
   * @param arguments in the order of the parameters
   * @param origin where the task comes from; its thread and method were defined
   * @throws IOException if a chunk could not be written
   */
  public void call(int index, int method, List<Argument> arguments, TaskOrigin origin)
      throws IOException {
    body.clear();
    body.number(origin.thread().index()).number(origin.method().id()).number(origin.line());
    body.number(origin.call() + 1);
    chunk.aside(Aside.ORIGIN, body);
    call(index, method, arguments);
  }

  /**
   * Takes a return with its value.
   *
   * @param index of its thread, which was defined
   * @param code of a return, or of the name of an exception, which was defined
   * @param value on one line
   * @throws IOException if a chunk could not be written
   */
  public void returned(int index, int code, String value) throws IOException {
    body.clear();
    body.text(value);
    event(index, code, Aside.VALUE);
  }

  /** Takes an event, and what the body says of it. */
  private void event(int index, int code, int type) throws IOException {
    chunk.reserve(body, THREAD_AND_EVENT);
    int at = storeThread(chunk.storeAside(type, body), index);
    at = Varints.store(chunk.bytes, at, code);
    thread = index;
    chunk.size = at;
  }

  /**
   * Hands on what was taken so far, as a chunk.
   *
   * @throws IOException if it could not be written; it is kept then
   */
  public void handOn() throws IOException {
    chunk.handOn();
  }
}
