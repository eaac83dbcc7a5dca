package dev.bottrace.internal.record;

/**
 * An event as one int: two bits of kind below thirty of payload.
 *
 * <p>A return names no method: it closes the innermost open call of its thread.
 */
final class EventCode {
  /** Payload: id of the method. */
  static final int CALL = 0;

  /** No payload. */
  static final int RETURN = 1;

  /** Payload: id of the exception class. */
  static final int THROWN = 2;

  /**
   * In a ring: a run begins, its stamp follows in two ints, high one first. In a log: payload is
   * the index of a thread.
   */
  static final int MARK = 3;

  static final int KIND_BITS = 2;

  /** The bits of the kind. */
  static final int KINDS = (1 << KIND_BITS) - 1;

  private EventCode() {}

  static int of(int kind, int payload) {
    return (payload << KIND_BITS) | kind;
  }

  static int kind(int code) {
    return code & KINDS;
  }

  static int payload(int code) {
    return code >>> KIND_BITS;
  }
}
