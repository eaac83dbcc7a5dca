package dev.bottrace.internal.launch;

/** Says where a thread is that can't be ended. */
final class UnendedThread {
  private UnendedThread() {}

  static String notice(Thread thread) {
    StackTraceElement[] stack = thread.getStackTrace();
    String where = stack.length == 0 ? "" : " in " + ThreadDump.describe(stack[0]);
    return "thread "
        + thread.getName()
        + " goes on and can't be ended: "
        + thread.getState()
        + where;
  }
}
