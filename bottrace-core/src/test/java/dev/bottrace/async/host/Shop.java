package dev.bottrace.async.host;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/** Part of a host whose tasks run in threads of others. */
public final class Shop {
  public int place(String item) {
    return save(item);
  }

  private int save(String item) {
    return item.length();
  }

  public Future<Integer> later(ExecutorService pool, String item) {
    return pool.submit(() -> place(item));
  }
}
