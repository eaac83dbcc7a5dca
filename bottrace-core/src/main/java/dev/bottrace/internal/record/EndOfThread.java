package dev.bottrace.internal.record;

import java.lang.StackWalker.StackFrame;
import java.util.List;
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

  /** What {@code ForkJoinPool.execute} makes of a task: its exceptions are uncaught ones. */
  private static final String FORK_JOIN_EXECUTE =
      "java.util.concurrent.ForkJoinTask$RunnableExecuteAction";

  private static final String FORK_JOIN = "java.util.concurrent.ForkJoin";

  private EndOfThread() {}

  /**
   * Tells whether an exception that leaves the method which called the probe ends the thread.
   *
   * @param frames of that method, and of those around it that the exception leaves in any case
   */
  static boolean isNext(int frames) {
    return VisibleStack.walk(
        stack -> catchesNothing(stack.map(StackFrame::getClassName).skip(frames).toList()));
  }

  private static boolean catchesNothing(List<String> below) {
    boolean executed = !below.isEmpty() && below.get(0).equals(FORK_JOIN_EXECUTE);
    return below.stream()
        .allMatch(name -> STARTERS.contains(name) || (executed && name.startsWith(FORK_JOIN)));
  }
}
