package dev.bottrace.internal.record;

import dev.bottrace.trace.TracedMethod;
import java.lang.StackWalker.StackFrame;
import java.util.Iterator;

/** Finds the line of a method that hands over a task, on the stack of the current thread. */
final class HandoverLine {
  /** Stands for the JDK's own housekeeping: a virtual thread goes on, which is no new task. */
  static final int OF_NO_TASK = -1;

  private static final int NOT_KNOWN = 0;

  /** Frames that are looked at; code that is not traced may stand on any number of them. */
  private static final int MOST_FRAMES = 1000;

  /** Frames of the JDK between a virtual thread that goes on and what is made for that. */
  private static final int NEAREST_FRAMES = 16;

  private static final String VIRTUAL_THREAD = "java.lang.VirtualThread";

  private HandoverLine() {}

  /** Returns the line at which a method is, the innermost call of it; 0 if that is not known. */
  static int in(TracedMethod method) {
    return StackWalker.getInstance()
        .walk(frames -> line(method, frames.limit(MOST_FRAMES).iterator()));
  }

  /** Tells whether the JDK only sees to it that a virtual thread goes on. */
  static boolean isOfNoTask() {
    return StackWalker.getInstance()
        .walk(frames -> frames.limit(NEAREST_FRAMES).anyMatch(HandoverLine::isHousekeeping));
  }

  /** All that happens in a virtual thread happens in its {@code run}. */
  private static boolean isHousekeeping(StackFrame frame) {
    String method = frame.getMethodName();
    return frame.getClassName().equals(VIRTUAL_THREAD)
        && !method.equals("start")
        && !method.equals("run");
  }

  private static int line(TracedMethod method, Iterator<StackFrame> frames) {
    while (frames.hasNext()) {
      StackFrame frame = frames.next();
      String type = frame.getClassName();
      if (isHousekeeping(frame)) {
        return OF_NO_TASK;
      }
      // Overloads are traced too: were one of them further in, it would be the innermost method.
      if (type.equals(method.className()) && frame.getMethodName().equals(method.name())) {
        return Math.max(NOT_KNOWN, frame.getLineNumber());
      }
    }
    return NOT_KNOWN;
  }
}
