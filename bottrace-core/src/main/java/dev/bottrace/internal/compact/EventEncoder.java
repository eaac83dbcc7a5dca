package dev.bottrace.internal.compact;

import dev.bottrace.trace.Argument;
import dev.bottrace.trace.BreakpointSnapshot;
import dev.bottrace.trace.CallCount;
import dev.bottrace.trace.ExceptionSnapshot;
import dev.bottrace.trace.Receipt;
import dev.bottrace.trace.TaskOrigin;
import dev.bottrace.trace.TracedMethod;
import dev.bottrace.trace.TracedThread;
import java.io.IOException;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

  private static final int HEADROOM = ChunkSink.HEADROOM;
  private static final int ASIDE_HEADER = 3 * Varints.INT;
  private static final int THREAD_AND_EVENT = 2 * Varints.INT;

  private final ChunkSink chunks;
  private final int limit;
  private final BodyWriter body = new BodyWriter();
  private byte[] bytes;
  private int size = HEADROOM;
  private int thread = -1;
  private int methods;
  private int exceptionNames;

  /** Which methods and exceptions were defined, where that is not all up to an id. */
  private final @Nullable BitSet sparseMethods;

  private final BitSet sparseExceptions = new BitSet();

  /** Which threads the chunk at hand defines, where each chunk defines all that it needs. */
  private final @Nullable BitSet threadsOfChunk;

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
    this.chunks = chunks;
    this.sparseMethods = sparse ? new BitSet() : null;
    this.threadsOfChunk = whole ? new BitSet() : null;
    this.limit = HEADROOM + capacity;
    this.bytes = new byte[limit];
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
    if (threadsOfChunk != null) {
      if (size > HEADROOM + CAPACITY) {
        handOn();
      }
      if (!threadsOfChunk.get(traced.index())) {
        define(traced);
        threadsOfChunk.set(traced.index());
      }
    }
  }

  /**
   * Tells whether {@link #ready} defines threads.
   *
   * @return whether nobody else is to define them
   */
  public boolean definesThreads() {
    return threadsOfChunk != null;
  }

  private void beginChunk(BitSet threads) {
    threads.clear();
    sparseExceptions.clear();
    if (sparseMethods != null) {
      sparseMethods.clear();
    }
    thread = -1;
  }

  /**
   * Takes an event.
   *
   * @param index of its thread, which was defined
   * @param code of its kind, and of a method or an exception name that was defined
   * @throws IOException if a chunk could not be written
   */
  public void event(int index, int code) throws IOException {
    reserve(THREAD_AND_EVENT);
    int at = Varints.store(bytes, storeThread(size, index), code);
    thread = index;
    size = at;
  }

  private int storeThread(int at, int index) {
    return index == thread ? at : Varints.store(bytes, at, EventCode.of(EventCode.MARK, index + 1));
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
      define(codes[from], names);
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
    reserve(Varints.INT * (1 + to - from));
    byte[] out = bytes;
    int at = storeThread(size, index);
    int known = Math.min(methods << EventCode.KIND_BITS, 1 << 14);
    int i = from;
    for (; i < to; i++) {
      int code = codes[i];
      if ((code & EventCode.THROWN) == 0 && code < known) {
        boolean two = code >= 1 << 7;
        out[at] = (byte) (two ? code | 0x80 : code);
        out[at + 1] = (byte) (code >>> 7);
        at += two ? 2 : 1;
      } else if (isDefined(code)) {
        at = Varints.store(out, at, code);
      } else {
        break;
      }
    }
    if (i > from) {
      thread = index;
      size = at;
    }
    return i - from;
  }

  private boolean isDefined(int code) {
    return switch (EventCode.kind(code)) {
      case EventCode.CALL ->
          sparseMethods == null
              ? EventCode.payload(code) < methods
              : sparseMethods.get(EventCode.payload(code));
      case EventCode.RETURN -> true;
      case EventCode.THROWN ->
          sparseMethods == null
              ? EventCode.payload(code) < exceptionNames
              : sparseExceptions.get(EventCode.payload(code));
      default -> false;
    };
  }

  /**
   * Defines what an event is of, unless that was done: all up to that id, or that one alone.
   *
   * @param code of the event
   * @param names what ids stand for
   * @throws IOException if a chunk could not be written
   */
  public void define(int code, EventNames names) throws IOException {
    int id = EventCode.payload(code);
    if (sparseMethods != null) {
      defineAlone(code, id, names, sparseMethods);
    } else if (EventCode.kind(code) == EventCode.CALL) {
      for (; methods <= id; methods++) {
        define(names.method(methods));
      }
    } else if (EventCode.kind(code) == EventCode.THROWN) {
      for (; exceptionNames <= id; exceptionNames++) {
        define(exceptionNames, names.exceptionName(exceptionNames));
      }
    }
  }

  private void defineAlone(int code, int id, EventNames names, BitSet defined) throws IOException {
    if (EventCode.kind(code) == EventCode.CALL && !defined.get(id)) {
      define(names.method(id));
      defined.set(id);
    } else if (EventCode.kind(code) == EventCode.THROWN && !sparseExceptions.get(id)) {
      define(id, names.exceptionName(id));
      sparseExceptions.set(id);
    }
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
    aside(Aside.ORIGIN);
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
    reserve(ASIDE_HEADER, body.size, THREAD_AND_EVENT);
    int at = storeThread(storeAside(type), index);
    at = Varints.store(bytes, at, code);
    thread = index;
    size = at;
  }

  /**
   * Says what a method is, before its first use.
   *
   * @param method the method; its id is from 0 to 2^24 - 1
   * @throws IOException if a chunk could not be written, or there is no place for it
   */
  public void define(TracedMethod method) throws IOException {
    body.clear();
    body.number(checked(method.id())).number(method.line());
    body.text(method.className()).text(method.name()).text(method.descriptor());
    body.text(method.file());
    aside(Aside.METHOD);
  }

  /**
   * Says what an exception class is called, before its first use.
   *
   * @param id from 0 to 2^24 - 1
   * @param name its binary name
   * @throws IOException if a chunk could not be written, or there is no place for it
   */
  public void define(int id, String name) throws IOException {
    body.clear();
    body.number(checked(id)).text(name);
    aside(Aside.EXCEPTION_NAME);
  }

  /**
   * Says what a thread is, before its first event.
   *
   * @param traced the thread; its index is from 0 to 2^24 - 1
   * @throws IOException if a chunk could not be written, or there is no place for it
   */
  public void define(TracedThread traced) throws IOException {
    body.clear();
    body.number(checked(traced.index())).flag(traced.main()).text(traced.name());
    aside(Aside.THREAD);
  }

  private static int checked(int id) throws IOException {
    if (id < 0 || id >= Aside.MOST_IDS) {
      throw new IOException(
          "there is no place for more than 2^24 methods or threads in compact form");
    }
    return id;
  }

  /**
   * Takes what a breakpoint saw.
   *
   * @param snapshot what it saw
   * @throws IOException if a chunk could not be written
   */
  public void snapshot(BreakpointSnapshot snapshot) throws IOException {
    body.clear();
    SnapshotForm.write(snapshot, body);
    aside(Aside.SNAPSHOT);
  }

  /**
   * Takes an exception that ended a thread.
   *
   * @param exception what is known of it
   * @throws IOException if a chunk could not be written
   */
  public void exception(ExceptionSnapshot exception) throws IOException {
    body.clear();
    SnapshotForm.write(exception, body, 0);
    aside(Aside.EXCEPTION);
  }

  /**
   * Says that all calls that are open have ended with the program.
   *
   * @throws IOException if a chunk could not be written
   */
  public void openCallsEnded() throws IOException {
    body.clear();
    aside(Aside.OPEN_CALLS_ENDED);
  }

  /**
   * Takes the counts, whose methods were defined.
   *
   * @param counts most called first
   * @throws IOException if a chunk could not be written
   */
  public void counts(List<CallCount> counts) throws IOException {
    body.clear();
    body.list(counts, count -> body.number(count.method().id()).number(count.count()));
    aside(Aside.COUNTS);
  }

  /**
   * Takes why what was asked for produced nothing.
   *
   * @param receipts in the order in which it was asked for
   * @throws IOException if a chunk could not be written
   */
  public void receipts(List<Receipt> receipts) throws IOException {
    body.clear();
    body.list(receipts, receipt -> SnapshotForm.write(receipt, body));
    aside(Aside.RECEIPTS);
  }

  /**
   * Says that nothing follows.
   *
   * @throws IOException if a chunk could not be written
   */
  public void end() throws IOException {
    body.clear();
    aside(Aside.END);
  }

  private void aside(int type) throws IOException {
    reserve(ASIDE_HEADER, body.size, 0);
    size = storeAside(type);
  }

  private int storeAside(int type) {
    int at = Varints.store(bytes, size, EventCode.of(EventCode.MARK, 0));
    at = Varints.store(bytes, at, type);
    at = Varints.store(bytes, at, body.size);
    System.arraycopy(body.bytes, 0, bytes, at, body.size);
    return at + body.size;
  }

  private void reserve(int before, int length, int after) throws IOException {
    if (length > Integer.MAX_VALUE - 64 - HEADROOM - before - after) {
      throw new IOException("a snapshot of 2 GB has no place in a trace");
    }
    reserve(before + length + after);
  }

  private void reserve(int more) throws IOException {
    if (more > limit - size) {
      makeRoom(more);
    }
  }

  /** A chunk that is larger than others holds one thing only. */
  private void makeRoom(int more) throws IOException {
    handOn();
    int needed = Math.max(limit, HEADROOM + more);
    if (bytes.length != needed) {
      bytes = new byte[needed];
    }
  }

  /**
   * Hands on what was taken so far, as a chunk.
   *
   * @throws IOException if it could not be written; it is kept then
   */
  public void handOn() throws IOException {
    if (size > HEADROOM) {
      chunks.chunk(bytes, HEADROOM, size);
      size = HEADROOM;
      if (threadsOfChunk != null) {
        beginChunk(threadsOfChunk);
      }
    }
  }
}
