package dev.bottrace.internal.line;

import dev.bottrace.trace.TracedMethod;
import dev.bottrace.trace.TracedThread;

/** Says what the line of an event looks like that has nothing but a method and a thread. */
public interface LineForm {
  /**
   * Makes what the line of a call begins with.
   *
   * @param method which is called
   * @return ASCII or UTF-8
   */
  byte[] callStart(TracedMethod method);

  /**
   * Makes what the line of a return begins with.
   *
   * @param method which has returned
   * @return ASCII or UTF-8
   */
  byte[] returnStart(TracedMethod method);

  /**
   * Makes what such a line ends with.
   *
   * @param thread where; not main
   * @return ASCII or UTF-8, with the line's end
   */
  byte[] end(TracedThread thread);

  /**
   * Makes what such a line ends with in the main thread.
   *
   * @return ASCII or UTF-8, with the line's end
   */
  byte[] endOfMain();
}
