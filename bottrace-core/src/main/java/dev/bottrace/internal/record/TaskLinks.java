package dev.bottrace.internal.record;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the tasks come from that wait to be run: by the very task, and, where it was given to an
 * executor, by both. Neither is kept alive. Of a task that waits there several times, the first
 * that is run is the first that was given.
 */
final class TaskLinks {
  /** Links that there are at most. */
  static final int MOST = 100_000;

  private final Map<Object, Object> links = new HashMap<>();
  private final ReferenceQueue<Object> collected = new ReferenceQueue<>();
  private final int most;
  private final Runnable full;
  private int size;
  private boolean told;

  /** Looked at without a lock: most threads have nothing to do with tasks that are linked. */
  private volatile boolean any;

  /**
   * Makes an empty table.
   *
   * @param most links that there are at most
   * @param full called once when there are so many, with the lock of this
   */
  TaskLinks(int most, Runnable full) {
    this.most = most;
    this.full = full;
  }

  /** Finds a link without being kept alive by it, or keeping anything alive. */
  private static final class Key extends WeakReference<Object> {
    private final int hash;
    private final @Nullable WeakReference<Object> queue;

    Key(Object task, @Nullable Object queue, ReferenceQueue<Object> collected) {
      super(task, collected);
      this.hash = hash(task, queue);
      this.queue = queue == null ? null : new WeakReference<>(queue);
    }

    boolean isOf(Object task, @Nullable Object given) {
      return get() == task && (queue == null ? given == null : queue.get() == given);
    }

    @Override
    public int hashCode() {
      return hash;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return this == other;
    }
  }

  /** Finds a {@link Key}. */
  private record Wanted(Object task, @Nullable Object queue) {
    @Override
    public int hashCode() {
      return hash(task, queue);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Key key && key.isOf(task, queue);
    }
  }

  private static int hash(Object task, @Nullable Object queue) {
    return System.identityHashCode(task) + 31 * System.identityHashCode(queue);
  }

  /** Links a task, in place of what was known of it; in a queue, behind that. */
  synchronized void put(Object task, @Nullable Object queue, Handover origin) {
    forgetCollected();
    Wanted wanted = new Wanted(task, queue);
    Object known = links.get(wanted);
    if (known != null && queue == null) {
      links.replace(wanted, origin);
    } else if (size >= most) {
      tellFull();
    } else {
      if (known == null) {
        links.put(new Key(task, queue, collected), origin);
      } else {
        links.replace(wanted, both(known, origin));
      }
      size++;
      any = true;
    }
  }

  private void tellFull() {
    if (!told) {
      told = true;
      full.run();
    }
  }

  private static Object both(Object known, Handover next) {
    ArrayDeque<Handover> waiting =
        known instanceof Waiting several ? several.origins : new ArrayDeque<>(4);
    if (known instanceof Handover only) {
      waiting.add(only);
    }
    waiting.add(next);
    return known instanceof Waiting ? known : new Waiting(waiting);
  }

  /** Where a task comes from that waits in one queue several times, first one first. */
  private static final class Waiting {
    final ArrayDeque<Handover> origins;

    Waiting(ArrayDeque<Handover> origins) {
      this.origins = origins;
    }
  }

  private void forgetCollected() {
    for (Reference<?> key = collected.poll(); key != null; key = collected.poll()) {
      size -= count(links.remove(key));
    }
  }

  private static int count(@Nullable Object link) {
    return link == null ? 0 : link instanceof Waiting several ? several.origins.size() : 1;
  }

  /** Returns the link of a task, and keeps it; null if there is none. */
  @Nullable Handover get(Object task) {
    return any ? (Handover) found(task) : null;
  }

  private synchronized @Nullable Object found(Object task) {
    return links.get(new Wanted(task, null));
  }

  /** Takes the link of a task, the first one of several; null if there is none. */
  @Nullable Handover take(Object task, @Nullable Object queue) {
    return any ? taken(new Wanted(task, queue)) : null;
  }

  private synchronized @Nullable Handover taken(Wanted wanted) {
    Object known = links.get(wanted);
    if (known == null) {
      return null;
    }
    size--;
    if (known instanceof Waiting several && several.origins.size() > 1) {
      return several.origins.remove();
    }
    links.remove(wanted);
    return known instanceof Waiting last ? last.origins.remove() : (Handover) known;
  }

  /** Takes the last link of a task that its queue does not run after all. */
  void withdraw(Object task, @Nullable Object queue) {
    if (any) {
      withdraw(new Wanted(task, queue));
    }
  }

  private synchronized void withdraw(Wanted wanted) {
    Object known = links.get(wanted);
    if (known instanceof Waiting several && several.origins.size() > 1) {
      several.origins.removeLast();
      size--;
    } else if (known != null) {
      links.remove(wanted);
      size--;
    }
  }
}
