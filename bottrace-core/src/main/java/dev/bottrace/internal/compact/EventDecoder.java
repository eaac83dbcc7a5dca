package dev.bottrace.internal.compact;

import dev.bottrace.trace.Argument;
import dev.bottrace.trace.CallCount;
import dev.bottrace.trace.Receipt;
import dev.bottrace.trace.TaskOrigin;
import dev.bottrace.trace.TraceEventSink;
import dev.bottrace.trace.TracedMethod;
import dev.bottrace.trace.TracedThread;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Shows what an {@link EventEncoder} took: events to a sink as they come, the rest when it is asked
 * for. Believes nothing, and takes no more memory than methods, threads and open calls need, and
 * the chunk at hand. For use by one thread at a time.
 */
public final class EventDecoder {
  private final TraceEventSink sink;
  private final IdTable<TracedMethod> methods = new IdTable<>("method", TracedMethod[]::new);
  private final IdTable<String> exceptionNames = new IdTable<>("exception", String[]::new);
  private final IdTable<DecodedThread> threads = new IdTable<>("thread", DecodedThread[]::new);
  private final List<DecodedThread> inOrder = new ArrayList<>();
  private int restAt = 1024;
  private @Nullable DecodedThread current;
  private List<Argument> arguments = List.of();
  private @Nullable TaskOrigin origin;
  private long calls;
  private @Nullable String value;
  private List<Receipt> receipts = List.of();
  private @Nullable List<CallCount> counts;
  private boolean ended;

  /**
   * Makes a decoder.
   *
   * @param sink takes events and snapshots; no counts, no receipts, no flush
   */
  public EventDecoder(TraceEventSink sink) {
    this.sink = sink;
  }

  /**
   * Shows the events of a chunk; chunks come in their order.
   *
   * @param bytes hold it
   * @param from where it begins
   * @param to where it ends, exclusive
   * @throws MalformedTraceException if no encoder has made it
   * @throws IOException if the sink throws it
   */
  public void decode(byte[] bytes, int from, int to) throws IOException {
    BodyReader in = new BodyReader(bytes, from, to);
    while (in.hasMore()) {
      if (ended) {
        throw new MalformedTraceException("it goes on after its end");
      }
      int code = in.number();
      int payload = EventCode.payload(code);
      switch (EventCode.kind(code)) {
        case EventCode.CALL -> call(methods.get(payload));
        case EventCode.RETURN -> returned(null);
        case EventCode.THROWN -> returned(exceptionNames.get(payload));
        default -> {
          if (payload == 0) {
            aside(in.number(), in.part());
          } else {
            current = threads.get(payload - 1);
          }
        }
      }
    }
  }

  private DecodedThread current() throws MalformedTraceException {
    if (current == null) {
      throw new MalformedTraceException("an event has no thread");
    }
    return current;
  }

  private void call(TracedMethod method) throws IOException {
    DecodedThread thread = current();
    TaskOrigin from = origin;
    if (from == null) {
      sink.call(method, thread.identity, thread.depth + 1, arguments);
    } else {
      sink.call(method, thread.identity, thread.depth + 1, arguments, from);
    }
    arguments = List.of();
    origin = null;
    thread.push(method, calls++);
  }

  private void returned(@Nullable String thrown) throws IOException {
    DecodedThread thread = current();
    sink.returned(thread.innermost(), thread.identity, thread.depth, thrown, value);
    value = null;
    thread.depth--;
  }

  private void aside(int type, BodyReader in) throws IOException {
    switch (type) {
      case Aside.METHOD -> define(method(in));
      case Aside.EXCEPTION_NAME -> exceptionNames.put(in.number(), in.text());
      case Aside.THREAD -> define(thread(in));
      case Aside.ARGUMENTS -> arguments = in.list(() -> new Argument(in.text(), in.text()));
      case Aside.VALUE -> value = in.text();
      case Aside.ORIGIN -> origin = origin(in);
      case Aside.SNAPSHOT -> sink.snapshot(SnapshotForm.readSnapshot(in));
      case Aside.EXCEPTION -> sink.exception(SnapshotForm.readException(in));
      case Aside.OPEN_CALLS_ENDED -> endOpenCalls();
      case Aside.COUNTS -> counts = in.list(() -> count(in));
      case Aside.RECEIPTS -> receipts = in.list(() -> SnapshotForm.readReceipt(in));
      case Aside.END -> ended = true;
      default -> {} // of a later version
    }
  }

  private TaskOrigin origin(BodyReader in) throws MalformedTraceException {
    TracedThread from = threads.get(in.number()).identity;
    TracedMethod method = methods.get(in.number());
    return new TaskOrigin(method, in.number(), from, in.longNumber() - 1);
  }

  private static TracedMethod method(BodyReader in) throws MalformedTraceException {
    int id = in.number();
    int line = in.number();
    return new TracedMethod(id, in.text(), in.text(), in.text(), in.text(), line);
  }

  private void define(TracedMethod method) throws MalformedTraceException {
    methods.put(method.id(), method);
  }

  private static TracedThread thread(BodyReader in) throws MalformedTraceException {
    int index = in.number();
    boolean main = in.flag();
    return new TracedThread(index, in.text(), main);
  }

  private void define(TracedThread identity) throws MalformedTraceException {
    int index = identity.index();
    DecodedThread known = threads.getOrNull(index);
    if (known != null) {
      known.identity = identity;
      return;
    }
    DecodedThread thread = new DecodedThread(identity);
    threads.put(index, thread);
    inOrder.add(thread);
    if (inOrder.size() == restAt) {
      inOrder.forEach(DecodedThread::rest);
      restAt *= 2;
    }
  }

  /**
   * Says how many calls there were before the first chunk.
   *
   * @param number that of its first call
   */
  public void beginAt(long number) {
    calls = number;
  }

  /**
   * Says which calls of a thread are open where the first chunk begins.
   *
   * @param identity the thread
   * @param open the calls, outermost first
   * @throws MalformedTraceException if there is no place for the thread
   */
  public void open(TracedThread identity, List<OpenCall> open) throws MalformedTraceException {
    define(identity);
    DecodedThread thread = threads.get(identity.index());
    open.forEach(call -> thread.push(call.method(), call.number()));
    thread.hasEvents = !open.isEmpty();
  }

  /**
   * Returns which calls are open where the last chunk ended.
   *
   * @return the calls of each thread that has any, outermost first
   */
  public Map<TracedThread, List<OpenCall>> openCalls() {
    Map<TracedThread, List<OpenCall>> open = new LinkedHashMap<>();
    for (DecodedThread thread : inOrder) {
      if (thread.depth > 0) {
        open.put(thread.identity, thread.open());
      }
    }
    return open;
  }

  /**
   * Returns how many calls there were so far.
   *
   * @return their number
   */
  public long calls() {
    return calls;
  }

  private CallCount count(BodyReader in) throws MalformedTraceException {
    return new CallCount(methods.get(in.number()), in.longNumber());
  }

  /** Thread by thread, innermost first, as a run does at its end. */
  private void endOpenCalls() throws IOException {
    for (DecodedThread thread : inOrder) {
      for (; thread.depth > 0; thread.depth--) {
        sink.returned(
            thread.innermost(), thread.identity, thread.depth, TraceEventSink.ENDED, null);
      }
    }
  }

  /**
   * Returns the threads that have events so far.
   *
   * @return in the order in which they were defined: that of their first events
   */
  public List<TracedThread> threads() {
    return inOrder.stream()
        .filter(thread -> thread.hasEvents)
        .map(thread -> thread.identity)
        .toList();
  }

  /**
   * Returns why what was asked for produced nothing.
   *
   * @return in the order in which it was asked for; empty if the trace does not say yet
   */
  public List<Receipt> receipts() {
    return receipts;
  }

  /**
   * Returns the counts.
   *
   * @return most called first; null if there are none, or not yet
   */
  public @Nullable List<CallCount> counts() {
    return counts;
  }

  /**
   * Tells whether the end was come to.
   *
   * @return whether the encoder was told of the end
   */
  public boolean ended() {
    return ended;
  }
}
