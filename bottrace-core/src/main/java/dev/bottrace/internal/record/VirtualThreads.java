package dev.bottrace.internal.record;

/** Knows virtual threads without the API that Java 17 does not have. */
final class VirtualThreads {
  private VirtualThreads() {}

  static boolean isVirtual(Thread thread) {
    String className = thread.getClass().getName();
    return className.equals("java.lang.VirtualThread")
        || className.equals("java.lang.ThreadBuilders$BoundVirtualThread");
  }
}
