package dev.bottrace.internal.attach;

import dev.bottrace.internal.instrument.LoaderProbes;
import dev.bottrace.internal.launch.PerLoader;
import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The classes of a host's class loaders, which show what probes call for as long as anything is
 * recorded. Safe for use by any number of threads.
 */
final class LoaderClasses {
  private final Instrumentation instrumentation;
  private final Changeable changeable;
  private final PerLoader<Set<String>> changed = new PerLoader<>();

  LoaderClasses(Instrumentation instrumentation, Changeable changeable) {
    this.instrumentation = instrumentation;
    this.changeable = changeable;
  }

  /**
   * Changes a class, if it is one of them.
   *
   * @param classFile its bytes, with its probes if it has any
   * @return null if it stays as it is
   */
  static byte @Nullable [] changed(byte[] classFile) {
    return LoaderProbes.into(classFile);
  }

  /** A class has been changed. */
  void note(ClassLoader loader, String internalName) {
    changed.get(loader, ConcurrentHashMap::newKeySet).add(internalName);
  }

  /** A class is about to be what it was; returns false if it is that already. */
  boolean remove(Class<?> type) {
    Set<String> names = changed.get(type.getClassLoader());
    return names != null && names.remove(HostClasses.internalName(type));
  }

  /** Returns those that are loaded, and can and need to be changed. */
  List<Class<?>> loaded() {
    List<Class<?>> found = new ArrayList<>();
    Set<Class<?>> running = Changeable.running();
    for (Class<?> type : instrumentation.getAllLoadedClasses()) {
      if (ClassLoader.class.isAssignableFrom(type)
          && type != ClassLoader.class
          && type.getClassLoader() != null
          && !running.contains(type)
          && changeable.whyNot(type) == null
          && needsChange(type)) {
        found.add(type);
      }
    }
    return found;
  }

  private static boolean needsChange(Class<?> type) {
    byte[] classFile = RetransformBugs.classFile(type);
    return classFile != null && changed(classFile) != null;
  }
}
