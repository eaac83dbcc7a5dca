package dev.bottrace.internal.launch;

import java.io.Closeable;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Timer;
import java.util.concurrent.ExecutorService;

/**
 * The executor services, timers and sockets of a program. Threads wait for them inside the JDK,
 * where an interrupt ends none of them.
 */
final class ProgramPools {
  private final List<WeakReference<Object>> pools = new ArrayList<>();
  private int sweepAt = 64;

  synchronized void add(Object pool) {
    if (pools.size() >= sweepAt) {
      pools.removeIf(other -> other.get() == null);
      sweepAt = Math.max(64, 2 * pools.size());
    }
    pools.add(new WeakReference<>(pool));
  }

  private synchronized List<WeakReference<Object>> all() {
    return new ArrayList<>(pools);
  }

  synchronized boolean isEmpty() {
    return pools.isEmpty();
  }

  /** Tells them to end their threads. May run code of the program. */
  void shutDown() {
    for (WeakReference<Object> reference : all()) {
      Object pool = reference.get();
      try {
        if (pool instanceof Timer timer) {
          timer.cancel();
        } else if (pool instanceof ExecutorService executor) {
          executor.shutdownNow();
        } else if (pool instanceof Closeable socket) {
          socket.close();
        }
      } catch (IOException | RuntimeException | Error e) {
        // a program's own kind of pool: its threads are interrupted as all are
      }
    }
  }
}
