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

  /** Payload: 0 for an aside, which follows; else 1 + index of the thread of what follows. */
  static final int MARK = 3;

  private static final int KIND_BITS = 2;

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

  static int kind(int code) {
    return code & 3;
  }

  static int payload(int code) {
    return code >>> KIND_BITS;
  }
}
