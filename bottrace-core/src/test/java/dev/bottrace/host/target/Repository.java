package dev.bottrace.host.target;

import java.util.concurrent.atomic.AtomicInteger;

/** Part of a host. */
final class Repository {
  private final AtomicInteger next = new AtomicInteger();

  int save(String row) {
    if (row.isEmpty()) {
      throw new IllegalStateException("nothing to save");
    }
    return next.incrementAndGet();
  }
}
