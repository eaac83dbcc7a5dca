package dev.bottrace.internal.compact;

/**
 * An event as one int: two bits of kind below thirty of payload.
 *
 * <p>A return names no method: it closes the innermost open call of its thread.
 */
public final class EventCode {
  /** Payload: id of the method. */
  public static final int CALL = 0;

  /** No payload. */
  public static final int RETURN = 1;

  /** Payload: id of the name of the exception class. */
  public static final int THROWN = 2;

  /**
   * What is no event. In a trace, payload: 0 for an aside, which follows; else 1 + index of the
   * thread of what follows. In the ring of a thread, payload 0: a run begins, its stamp follows in
   * two ints, high one first; 1: see {@link #NOTHING}.
   */
  public static final int MARK = 3;

  /** In the ring of a thread: nothing is there yet. Its lowest bit tells it from half a stamp. */
  public static final int NOTHING = 1 << 2 | MARK;

  /** Bits of the kind. */
  public static final int KIND_BITS = 2;

  /** All bits of the kind. */
  public static final int KINDS = (1 << KIND_BITS) - 1;

  private EventCode() {}

  /**
   * Makes a code.
   *
   * @param kind one of the constants of this class
   * @param payload what it says of that kind
   * @return the code
   */
  public static int of(int kind, int payload) {
    return (payload << KIND_BITS) | kind;
  }

  /**
   * Returns the kind of a code.
   *
   * @param code as {@link #of} has made it
   * @return one of the constants of this class
   */
  public static int kind(int code) {
    return code & KINDS;
  }

  /**
   * Returns the payload of a code.
   *
   * @param code as {@link #of} has made it
   * @return what it says
   */
  public static int payload(int code) {
    return code >>> KIND_BITS;
  }
}
