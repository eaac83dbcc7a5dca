package dev.bottrace.internal.record;

/** Knows virtual threads without the API that Java 17 does not have. */
public final class VirtualThreads {
  private VirtualThreads() {}

  /**
   * Tells whether a thread is one.
   *
   * @param thread any thread
   * @return false before JDK 21
   */
  public static boolean isVirtual(Thread thread) {
    String className = thread.getClass().getName();
    return className.equals("java.lang.VirtualThread")
        || className.equals("java.lang.ThreadBuilders$BoundVirtualThread");
  }
}
