package dev.bottrace.internal.compact;

import dev.bottrace.trace.Argument;
import dev.bottrace.trace.EventValues;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where in the chunks of a trace each event stands, so that its values can be read again without
 * all that is before it. Takes a few bytes a chunk. To be made by one thread; what it is asked
 * later, by any.
 */
public final class EventIndex {
  private int chunks;
  private long[] firstEvents = new long[16];
  private long[] openCalls = new long[16];
  private long events;
  private long open;

  /** Makes the index of no chunks. */
  public EventIndex() {}

  /**
   * Adds a chunk; chunks come in their order.
   *
   * @param bytes hold its payload
   * @param from where that begins
   * @param to where it ends, exclusive
   * @throws MalformedTraceException if no encoder has made it
   */
  public void add(byte[] bytes, int from, int to) throws MalformedTraceException {
    if (chunks == firstEvents.length) {
      firstEvents = Arrays.copyOf(firstEvents, 2 * chunks);
      openCalls = Arrays.copyOf(openCalls, 2 * chunks);
    }
    firstEvents[chunks] = events;
    openCalls[chunks++] = open;
    Cursor cursor = new Cursor(new BodyReader(bytes, from, to), events, open);
    while (cursor.skip(Long.MAX_VALUE)) {}
    events = cursor.event;
    open = cursor.open;
  }

  /**
   * Returns in which chunk an event stands.
   *
   * @param event its number
   * @return number of the chunk, from 0; -1 if there is no such event
   */
  public int chunkOf(long event) {
    if (event < 0 || event >= events) {
      return -1;
    }
    int found = Arrays.binarySearch(firstEvents, 0, chunks, event);
    int chunk = found >= 0 ? found : -found - 2;
    while (chunk + 1 < chunks && firstEvents[chunk + 1] == event) {
      chunk++; // those before it have no events
    }
    return chunk;
  }

  /**
   * Reads the values of an event.
   *
   * @param event its number
   * @param bytes hold the payload of {@link #chunkOf} it
   * @param from where that begins
   * @param to where it ends, exclusive
   * @return its values
   * @throws MalformedTraceException if no encoder has made the chunk
   */
  public EventValues valuesOf(long event, byte[] bytes, int from, int to)
      throws MalformedTraceException {
    int number = chunkOf(event);
    Cursor cursor =
        new Cursor(new BodyReader(bytes, from, to), firstEvents[number], openCalls[number]);
    while (cursor.skip(event)) {}
    return cursor.values();
  }

  /** Goes through a chunk event by event, with the values of the one that is next. */
  private static final class Cursor {
    private final BodyReader in;
    private long event;
    private long open;
    private @Nullable BodyReader arguments;
    private @Nullable BodyReader returned;

    Cursor(BodyReader in, long event, long open) {
      this.in = in;
      this.event = event;
      this.open = open;
    }

    /** Skips one thing; false before the event with a number, and at the end. */
    boolean skip(long before) throws MalformedTraceException {
      if (!in.hasMore()) {
        return false;
      }
      int from = in.position();
      int code = in.number();
      int kind = EventCode.kind(code);
      if (kind == EventCode.MARK) {
        return EventCode.payload(code) > 0 || skipAside(before);
      }
      if (event == before) {
        in.position(from);
        return false;
      }
      event++;
      open += kind == EventCode.CALL ? 1 : -1;
      if (kind == EventCode.CALL) {
        arguments = null;
      } else {
        returned = null;
      }
      return true;
    }

    private boolean skipAside(long before) throws MalformedTraceException {
      int type = in.number();
      BodyReader body = in.part();
      if (type == Aside.ARGUMENTS) {
        arguments = body;
      } else if (type == Aside.VALUE) {
        returned = body;
      } else if (type == Aside.OPEN_CALLS_ENDED) {
        if (before - event < open) {
          arguments = null;
          returned = null;
          return false; // one of these, which have no values
        }
        event += open;
        open = 0;
      }
      return true;
    }

    EventValues values() throws MalformedTraceException {
      if (!in.hasMore()) {
        return EventValues.NONE;
      }
      boolean call = EventCode.kind(in.number()) == EventCode.CALL;
      BodyReader given = call ? arguments : null;
      List<Argument> list =
          given == null ? List.of() : given.list(() -> new Argument(given.text(), given.text()));
      return new EventValues(List.copyOf(list), call || returned == null ? null : returned.text());
    }
  }
}
