package dev.bottrace.internal.line;

import dev.bottrace.trace.TracedMethod;
import dev.bottrace.trace.TracedThread;
import java.io.IOException;
import java.util.Arrays;

/**
 * The lines of events that say nothing but which method was called or has returned, and in which
 * thread: a start for each method, and an end for each thread. For use by one thread at a time.
 */
public final class EventLines {
  private static final byte[] NOTHING = {};

  private final LineBuffer buffer;
  private final LineForm form;

  // Lines of the main thread are prepared as a whole; those of other threads have its end added.
  private final PerMethod calls;
  private final PerMethod returns;
  private final PerMethod callStarts;
  private final PerMethod returnStarts;
  private int lastThread = -1;
  private byte[] lastEnd = NOTHING;

  /**
   * Makes the lines of a form.
   *
   * @param buffer where they go
   * @param form what they look like
   */
  public EventLines(LineBuffer buffer, LineForm form) {
    this.buffer = buffer;
    this.form = form;
    callStarts = new PerMethod(form::callStart);
    returnStarts = new PerMethod(form::returnStart);
    calls = new PerMethod(method -> whole(form.callStart(method)));
    returns = new PerMethod(method -> whole(form.returnStart(method)));
  }

  private byte[] whole(byte[] start) {
    byte[] end = form.endOfMain();
    byte[] whole = Arrays.copyOf(start, start.length + end.length);
    System.arraycopy(end, 0, whole, start.length, end.length);
    return whole;
  }

  /**
   * Adds the line of a call.
   *
   * @param method which was called
   * @param thread where
   * @throws IOException if the buffer was full and could not be written; the line is not in it then
   */
  public void call(TracedMethod method, TracedThread thread) throws IOException {
    buffer.line(calls(thread).of(method), end(thread));
  }

  /**
   * Adds the line of a return.
   *
   * @param method which has returned
   * @param thread where
   * @throws IOException if the buffer was full and could not be written; the line is not in it then
   */
  public void returned(TracedMethod method, TracedThread thread) throws IOException {
    buffer.line(returns(thread).of(method), end(thread));
  }

  /**
   * Returns what the line of a call begins with, for one that has more.
   *
   * @param method which is called
   * @return not to be changed
   */
  public byte[] callStart(TracedMethod method) {
    return callStarts.of(method);
  }

  /**
   * Returns what the line of a return begins with, for one that has more.
   *
   * @param method which has returned
   * @return not to be changed
   */
  public byte[] returnStart(TracedMethod method) {
    return returnStarts.of(method);
  }

  /**
   * Returns what a call's line in a thread is made of, before {@link #end}.
   *
   * @param thread the thread
   * @return the same for all threads but main
   */
  public PerMethod calls(TracedThread thread) {
    return thread.main() ? calls : callStarts;
  }

  /**
   * Returns what a return's line in a thread is made of, before {@link #end}.
   *
   * @param thread the thread
   * @return the same for all threads but main
   */
  public PerMethod returns(TracedThread thread) {
    return thread.main() ? returns : returnStarts;
  }

  /**
   * Returns how long the longest of them are, of calls or returns.
   *
   * @param thread the thread
   * @return in bytes, without {@link #end}
   */
  public int longest(TracedThread thread) {
    return Math.max(calls(thread).longest(), returns(thread).longest());
  }

  /**
   * Returns what the lines of a thread end with.
   *
   * @param thread the thread
   * @return empty for main, whose lines are whole
   */
  public byte[] end(TracedThread thread) {
    if (thread.main()) {
      return NOTHING;
    }
    if (thread.index() != lastThread) {
      lastEnd = form.end(thread);
      lastThread = thread.index();
    }
    return lastEnd;
  }

  /**
   * Returns where all lines go.
   *
   * @return the buffer
   */
  public LineBuffer buffer() {
    return buffer;
  }
}
