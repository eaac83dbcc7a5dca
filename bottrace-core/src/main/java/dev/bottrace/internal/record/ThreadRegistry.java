package dev.bottrace.internal.record;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What belongs to each thread, found by identity: threads of the program may have methods of their
 * own, which must not be called. Needed beside a {@link ThreadLocal}, as some pools clear the
 * thread-locals of their threads between tasks.
 *
 * @param <T> what is kept
 */
final class ThreadRegistry<T> {
  private final Map<Key, T> byThread = new HashMap<>();
  private final ReferenceQueue<Thread> collected = new ReferenceQueue<>();
  private List<T> all = new ArrayList<>();
  private int sweepAt = 64;
  private boolean looking;

  /**
   * Finds what belongs to a thread, or makes it; null if it is one of ours, or if the caller is
   * called from here, by a class of the JDK that another agent has changed.
   */
  @Nullable T of(Thread thread, Function<Thread, T> maker, Predicate<T> isOver) {
    return thread instanceof OwnThread ? null : ofProgram(thread, maker, isOver);
  }

  private synchronized @Nullable T ofProgram(
      Thread thread, Function<Thread, T> maker, Predicate<T> isOver) {
    if (looking) {
      return null;
    }
    looking = true;
    try {
      return found(thread, maker, isOver);
    } finally {
      looking = false;
    }
  }

  private T found(Thread thread, Function<Thread, T> maker, Predicate<T> isOver) {
    forgetCollected();
    Key key = new Key(thread, collected);
    T known = byThread.get(key);
    if (known != null) {
      return known;
    }
    if (all.size() >= sweepAt) {
      all.removeIf(isOver);
      byThread.values().removeIf(isOver); // the program may hold its threads for long
      sweepAt = Math.max(64, 2 * all.size());
    }
    T made = maker.apply(thread);
    all.add(made); // first: what is found must be in the list, even when memory ends in between
    byThread.put(key, made);
    return made;
  }

  private void forgetCollected() {
    for (Reference<?> key = collected.poll(); key != null; key = collected.poll()) {
      byThread.remove(key);
    }
  }

  /** Returns what belongs to all threads that are not over, in the order in which they came. */
  synchronized List<T> snapshot() {
    return new ArrayList<>(all);
  }

  /**
   * Adds to a list what {@link #snapshot} would return. Needs memory only if the list has no room.
   */
  synchronized void addTo(List<T> list) {
    for (int i = 0; i < all.size(); i++) {
      list.add(all.get(i));
    }
  }

  private static final class Key extends WeakReference<Thread> {
    private final int hash;

    Key(Thread thread, ReferenceQueue<Thread> collected) {
      super(thread, collected);
      hash = System.identityHashCode(thread);
    }

    @Override
    public int hashCode() {
      return hash;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return this == other || (other instanceof Key key && get() != null && get() == key.get());
    }
  }
}
