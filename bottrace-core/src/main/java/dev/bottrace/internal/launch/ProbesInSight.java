package dev.bottrace.internal.launch;

import dev.bottrace.runtime.LocalsFrame;
import dev.bottrace.runtime.ThreadSink;
import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Knows which class loaders find the classes that probes need. Safe for all threads. */
public final class ProbesInSight {
  /** What instrumented code refers to besides the class of the probes. */
  private static final List<String> NEEDED =
      List.of(ThreadSink.class.getName(), LocalsFrame.class.getName());

  private final Instrumentation instrumentation;
  private final Class<?> probes;
  private final PerLoader<Boolean> known = new PerLoader<>();

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

  /** Forgets which loaders did not find them. */
  public void askAgain() {
    known.removeIf(found -> !found);
  }

  private boolean find(ClassLoader loader) {
    if (loader == probes.getClassLoader()) {
      return true;
    }
    Boolean before = known.get(loader);
    if (before != null) {
      return before;
    }
    boolean found = finds(loader);
    known.put(loader, found);
    return found;
  }

  /**
   * Asks a loader for all that its classes will need, once and for all: the JVM remembers what it
   * answers, and links those classes by that. A loader may answer us and not them (those of OSGi
   * bundles look at the stack for who asks), or not any more (when it has lost its own probes). So
   * the JVM is asked, too, whether it does remember.
   */
  private boolean finds(ClassLoader loader) {
    try {
      List<Class<?>> all = new ArrayList<>(List.of(probes));
      for (String name : NEEDED) {
        all.add(Class.forName(name, false, probes.getClassLoader()));
      }
      for (Class<?> needed : all) {
        if (Class.forName(needed.getName(), false, loader) != needed) {
          return false;
        }
      }
      return isOfJdk(loader)
          || Set.of(instrumentation.getInitiatedClasses(loader)).containsAll(all);
    } catch (ClassNotFoundException | LinkageError | RuntimeException e) {
      return false;
    }
  }

  /** Those answer all alike. */
  private static boolean isOfJdk(ClassLoader loader) {
    return loader.getClass().getClassLoader() == null;
  }
}
