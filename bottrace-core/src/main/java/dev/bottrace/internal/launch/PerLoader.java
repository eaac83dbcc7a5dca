package dev.bottrace.internal.launch;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One value for each class loader, for as long as the loader is there. Loaders are told apart by
 * identity: a {@link java.util.WeakHashMap} would call an {@code equals} of the program's. Safe for
 * use by any number of threads.
 *
 * @param <V> type of the values, which must not lead to their loaders
 */
public final class PerLoader<V> {
  private final Map<Object, V> values = new HashMap<>();
  private final ReferenceQueue<ClassLoader> collected = new ReferenceQueue<>();

  /** Makes one without values. */
  public PerLoader() {}

  private static final class Key extends WeakReference<ClassLoader> {
    private final int hash;

    Key(ClassLoader loader, ReferenceQueue<ClassLoader> collected) {
      super(loader, collected);
      this.hash = System.identityHashCode(loader);
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
  private record Wanted(@Nullable ClassLoader loader) {
    @Override
    public int hashCode() {
      return System.identityHashCode(loader);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Key key && key.get() == loader;
    }
  }

  /**
   * Looks up a value.
   *
   * @param loader null for the JVM's, which has none
   * @return the value; null if there is none
   */
  public synchronized @Nullable V get(@Nullable ClassLoader loader) {
    return loader == null ? null : values.get(new Wanted(loader));
  }

  /**
   * Looks up a value, and makes one if there is none.
   *
   * @param loader whose value
   * @param made makes it
   * @return the value
   */
  public synchronized V get(ClassLoader loader, Supplier<V> made) {
    V known = values.get(new Wanted(loader));
    if (known != null) {
      return known;
    }
    V value = made.get();
    put(loader, value);
    return value;
  }

  /**
   * Sets a value.
   *
   * @param loader whose value
   * @param value takes the place of one that there is
   */
  public synchronized void put(ClassLoader loader, V value) {
    if (values.replace(new Wanted(loader), value) == null) {
      forgetCollected();
      values.put(new Key(loader, collected), value);
    }
  }

  /**
   * Forgets values.
   *
   * @param unwanted tells which
   */
  public synchronized void removeIf(Predicate<V> unwanted) {
    values.values().removeIf(unwanted);
  }

  private void forgetCollected() {
    for (Reference<?> key = collected.poll(); key != null; key = collected.poll()) {
      values.remove(key);
    }
  }
}
