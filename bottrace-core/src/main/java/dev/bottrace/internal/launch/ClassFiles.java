package dev.bottrace.internal.launch;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Class files by loader and name, for as long as the loader is there. */
final class ClassFiles {
  private final PerLoader<Map<String, byte[]>> byLoader = new PerLoader<>();

  synchronized void put(ClassLoader loader, String className, byte[] classFile) {
    byLoader.get(loader, HashMap::new).put(className, classFile);
  }

  synchronized byte @Nullable [] get(ClassLoader loader, String className) {
    Map<String, byte[]> known = byLoader.get(loader);
    return known == null ? null : known.get(className);
  }
}
