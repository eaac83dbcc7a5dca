package dev.bottrace.internal.compact;

/** Types of what stands among events. Those that are not known are skipped. */
final class Aside {
  /** A method: id, line, class name, method name, descriptor, file. */
  static final int METHOD = 1;

  /** A name of an exception class: id, name. */
  static final int EXCEPTION_NAME = 2;

  /** A thread: index, whether it is the main one, name. */
  static final int THREAD = 3;

  /** Arguments of the call that follows: pairs of name and value. */
  static final int ARGUMENTS = 4;

  /** Value of the return that follows. */
  static final int VALUE = 5;

  /** What a breakpoint saw. */
  static final int SNAPSHOT = 6;

  /** An exception that nobody caught. */
  static final int EXCEPTION = 7;

  /** All calls that are open have ended with the program. */
  static final int OPEN_CALLS_ENDED = 8;

  /** Counts: pairs of method id and count, most called first. */
  static final int COUNTS = 9;

  /** Why what was asked for produced nothing. */
  static final int RECEIPTS = 10;

  /** Nothing follows. */
  static final int END = 11;

  /**
   * Where the task comes from with which the call that follows begins: thread, method, line, call.
   */
  static final int ORIGIN = 12;

  /**
   * Ids and indexes are smaller than this, so that a table of them never gets out of hand. More
   * methods than a JVM has room for.
   */
  static final int MOST_IDS = 1 << 24;

  /** How deep values and exceptions are inside one another at most; far more than limits allow. */
  static final int MOST_NESTED = 1000;

  private Aside() {}
}
