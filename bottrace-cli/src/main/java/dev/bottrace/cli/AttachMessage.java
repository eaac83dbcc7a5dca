package dev.bottrace.cli;

/**
 * What is said between {@code bottrace attach} and its agent: a byte, and a text behind it. The
 * client begins with its version and the options, and has said all with that: when its side of the
 * connection ends, for whatever reason, the agent detaches. The trace has a connection of its own.
 */
final class AttachMessage {
  /** The agent does not do it; the text says why. */
  static final int REFUSED = 'E';

  /** The agent records; the text is the program. The trace's connection is there. */
  static final int RECORDING = 'R';

  /** There is something to tell the user. */
  static final int NOTICE = 'N';

  /** The agent has detached. */
  static final int DETACHED = 'D';

  /** The agent's JVM ends. */
  static final int ENDED = 'X';

  private static final int LONGEST = 16_000;

  private AttachMessage() {}

  /** Makes a text short enough for one message. */
  static String fitting(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
  }
}
