package dev.bottrace.internal.attach;

import dev.bottrace.internal.instrument.MethodParameters;
import dev.bottrace.internal.launch.PerLoader;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.security.ProtectionDomain;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Gives classes the names of their parameters again, which a JVM before 19 forgets when it makes a
 * class file of a loaded class to have it changed (JDK-8240908). The JVM keeps that file as what
 * the class was, so they have to be added each time that somebody changes the class. Safe for use
 * by any number of threads.
 */
final class ParameterNames implements ClassFileTransformer {
  private static final boolean FORGOTTEN = Runtime.version().feature() < 19;

  private final Instrumentation instrumentation;
  private final PerLoader<Map<String, MethodParameters>> known = new PerLoader<>();
  private volatile boolean any;
  private boolean lasting;

  ParameterNames(Instrumentation instrumentation) {
    this.instrumentation = instrumentation;
  }

  /**
   * Learns the names of a class that is about to be changed.
   *
   * @return false if they can't be known
   */
  boolean learn(Class<?> type) {
    String name = HostClasses.internalName(type);
    if (!FORGOTTEN || of(type.getClassLoader(), name) != null) {
      return true;
    }
    byte[] classFile = RetransformBugs.classFile(type);
    MethodParameters parameters;
    try {
      parameters = classFile == null ? MethodParameters.of(type) : MethodParameters.of(classFile);
    } catch (LinkageError | RuntimeException e) {
      return false;
    }
    if (!parameters.isEmpty()) {
      known.get(type.getClassLoader(), ConcurrentHashMap::new).put(name, parameters);
      any = true;
    }
    return true;
  }

  private @Nullable MethodParameters of(@Nullable ClassLoader loader, String name) {
    Map<String, MethodParameters> classes = known.get(loader);
    return classes == null ? null : classes.get(name);
  }

  /** From now on they are added when others change the classes, too. */
  synchronized void last() {
    if (any && !lasting) {
      instrumentation.addTransformer(this, true);
      lasting = true;
    }
  }

  @Override
  public byte @Nullable [] transform(
      @Nullable ClassLoader loader,
      @Nullable String name,
      @Nullable Class<?> loaded,
      @Nullable ProtectionDomain domain,
      byte[] classFile) {
    return loaded == null || name == null ? null : added(loader, name, classFile);
  }

  /**
   * Adds them to a class that is changed.
   *
   * @return null if nothing is missing
   */
  byte @Nullable [] added(@Nullable ClassLoader loader, String name, byte[] classFile) {
    MethodParameters parameters = any ? of(loader, name) : null;
    return parameters == null || !MethodParameters.of(classFile).isEmpty()
        ? null
        : parameters.into(classFile);
  }
}
