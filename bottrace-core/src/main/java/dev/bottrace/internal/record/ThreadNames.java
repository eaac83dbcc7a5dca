package dev.bottrace.internal.record;

import dev.bottrace.trace.TracedThread;

/** Names virtual threads that have no name, in the order of their first events. */
final class ThreadNames {
  private int unnamedVirtual;

  /**
   * Makes an identity. The caller gives it to the thread, as the last step of noting the thread: it
   * may run out of memory or of stack before.
   */
  TracedThread identity(ThreadRecord thread, int index) {
    boolean unnamed = thread.virtual && thread.name.isEmpty();
    String name = unnamed ? "virtual-" + (unnamedVirtual + 1) : thread.name;
    TracedThread identity = new TracedThread(index, name, thread.main);
    unnamedVirtual += unnamed ? 1 : 0;
    return identity;
  }
}
