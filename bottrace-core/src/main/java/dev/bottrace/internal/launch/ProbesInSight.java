package dev.bottrace.internal.launch;

import java.lang.instrument.Instrumentation;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/** Knows which class loaders find the class that probes are methods of. Safe for all threads. */
public final class ProbesInSight {
  private final Instrumentation instrumentation;
  private final Class<?> probes;
  private final Map<ClassLoader, Boolean> known = new WeakHashMap<>();

  /**
   * Makes one that has asked no loader.
   *
   * @param instrumentation of this JVM
   * @param probes the class they are to find, and no other of its name
   */
  public ProbesInSight(Instrumentation instrumentation, Class<?> probes) {
    this.instrumentation = instrumentation;
    this.probes = probes;
  }

  /**
   * Says why the classes of a loader can't call probes. Asks each loader once, and lets a named
   * module read that of the probes.
   *
   * @param loader defines the class
   * @param module of the class
   * @return the reason; null if they can
   */
  public @Nullable String whyNot(ClassLoader loader, Module module) {
    if (!find(loader)) {
      return "its class loader does not see bottrace: " + loader.getClass().getName();
    }
    Module ours = probes.getModule();
    if (module.isNamed() && !module.canRead(ours)) {
      instrumentation.redefineModule(module, Set.of(ours), Map.of(), Map.of(), Set.of(), Map.of());
    }
    return null;
  }

  private boolean find(ClassLoader loader) {
    if (loader == probes.getClassLoader()) {
      return true;
    }
    synchronized (known) {
      Boolean before = known.get(loader);
      if (before != null) {
        return before;
      }
    }
    boolean found = finds(loader);
    synchronized (known) {
      known.put(loader, found);
    }
    return found;
  }

  /**
   * Loaders of OSGi bundles hand over to us what they keep from the classes of the bundle: they
   * look at the stack for who asks.
   */
  private static boolean isOfBundle(@Nullable Class<?> type) {
    for (Class<?> each = type; each != null; each = each.getSuperclass()) {
      for (Class<?> implemented : each.getInterfaces()) {
        if (implemented.getName().equals("org.osgi.framework.BundleReference")) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean finds(ClassLoader loader) {
    if (isOfBundle(loader.getClass())) {
      return false;
    }
    try {
      return Class.forName(probes.getName(), false, loader) == probes;
    } catch (ClassNotFoundException | LinkageError | RuntimeException e) {
      return false;
    }
  }
}
