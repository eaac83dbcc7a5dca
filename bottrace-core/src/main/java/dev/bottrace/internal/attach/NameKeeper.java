package dev.bottrace.internal.attach;

import dev.bottrace.internal.launch.PerLoader;
import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Makes the JVM keep the class files of classes that name their parameters. Before JDK 19 it
 * forgets those names when such a class is changed later, unless it has the class file; and it
 * keeps that where a class was changed when it was loaded, if only by a copy of its bytes.
 *
 * <p>Needs no other class of ours: while one of those is loaded, none can be loaded for it.
 */
final class NameKeeper implements ClassFileTransformer {
  private static final String ATTRIBUTE = "MethodParameters";

  private final PerLoader<Set<String>> kept = new PerLoader<>();

  /** Makes a keeper, and has the JVM load what it needs. */
  NameKeeper() {
    note(NameKeeper.class.getClassLoader(), "");
    namesParameters(new byte[ATTRIBUTE.length() + 3]);
  }

  @Override
  public byte @Nullable [] transform(
      @Nullable ClassLoader loader,
      @Nullable String name,
      @Nullable Class<?> loaded,
      @Nullable ProtectionDomain domain,
      byte[] classFile) {
    if (loader == null || name == null || loaded != null || !namesParameters(classFile)) {
      return null;
    }
    note(loader, name);
    return classFile.clone();
  }

  private void note(ClassLoader loader, String name) {
    kept.get(loader, ConcurrentHashMap::newKeySet).add(name);
  }

  /** Tells whether the JVM has the class file of a class. */
  boolean has(Class<?> type) {
    Set<String> names = kept.get(type.getClassLoader());
    return names != null && names.contains(type.getName().replace('.', '/'));
  }

  /** Looks for the name of the attribute among the constants. */
  static boolean namesParameters(byte[] classFile) {
    for (int at = 0; at <= classFile.length - ATTRIBUTE.length() - 3; at++) {
      if (classFile[at] == 1
          && classFile[at + 1] == 0
          && classFile[at + 2] == ATTRIBUTE.length()
          && isAttribute(classFile, at + 3)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isAttribute(byte[] classFile, int from) {
    for (int i = 0; i < ATTRIBUTE.length(); i++) {
      if (classFile[from + i] != ATTRIBUTE.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
