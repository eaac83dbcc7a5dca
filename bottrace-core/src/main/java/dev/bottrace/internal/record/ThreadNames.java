package dev.bottrace.internal.record;

import dev.bottrace.trace.TracedThread;

/**
 * Numbers threads in the order of their first events, and names virtual threads that have no name.
 */
final class ThreadNames {
  private int threads;
  private int unnamedVirtual;

  TracedThread identify(ThreadRecord thread) {
    TracedThread known = thread.identity;
    if (known != null) {
      return known;
    }
    String name =
        thread.virtual && thread.name.isEmpty() ? "virtual-" + ++unnamedVirtual : thread.name;
    TracedThread identity = new TracedThread(threads++, name, thread.main);
    thread.identity = identity;
    return identity;
  }
}
