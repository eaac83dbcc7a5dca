package dev.bottrace.internal.record;

import java.lang.StackWalker.StackFrame;
import java.util.Set;

/** Knows what stands below the outermost method of a thread, and catches nothing. */
final class EndOfThread {
  private static final Set<String> STARTERS =
      Set.of(
          "java.lang.Thread",
          "java.lang.VirtualThread",
          "java.lang.BaseVirtualThread",
          "java.lang.ThreadBuilders$BoundVirtualThread",
          "jdk.internal.vm.Continuation",
          "jdk.internal.misc.InnocuousThread",
          "java.util.TimerThread",
          "java.util.concurrent.ThreadPoolExecutor",
          "java.util.concurrent.ThreadPoolExecutor$Worker");

  private EndOfThread() {}

  /** Tells whether an exception that leaves the method which called the probe ends the thread. */
  static boolean isNext() {
    return VisibleStack.walk(
        frames -> frames.map(StackFrame::getClassName).skip(1).allMatch(STARTERS::contains));
  }
}
