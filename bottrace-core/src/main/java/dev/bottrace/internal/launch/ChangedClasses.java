package dev.bottrace.internal.launch;

import dev.bottrace.internal.symbol.ClassIds;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The classes that have been changed when they were loaded, by loader and name: when others have
 * the JVM change one of these again, it is shown to us without what we did. Safe for use by any
 * number of threads.
 */
final class ChangedClasses {
  private final PerLoader<Map<String, ClassIds>> byLoader = new PerLoader<>();

  /** A class is about to be loaded with its probes. */
  void put(ClassLoader loader, String name, ClassIds ids) {
    byLoader.get(loader, ConcurrentHashMap::new).put(name, ids);
  }

  /** Returns the ids of a class; null if it was loaded before us, or is as its compiler made it. */
  @Nullable ClassIds get(ClassLoader loader, String name) {
    Map<String, ClassIds> known = byLoader.get(loader);
    return known == null ? null : known.get(name);
  }
}
