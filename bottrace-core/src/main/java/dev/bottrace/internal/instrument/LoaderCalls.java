package dev.bottrace.internal.instrument;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Handle;

/** The calls by which a program makes class loaders, or gives one a class. */
final class LoaderCalls {
  /** Called by constructors of the program's own loaders too. */
  private static final Set<String> LOADERS =
      Set.of(
          "java/lang/ClassLoader",
          "java/security/SecureClassLoader",
          "java/net/URLClassLoader",
          "javax/management/loading/MLet",
          "javax/management/loading/PrivateMLet");

  /** Constructors without a parent, which take the JVM's system class loader. */
  private static final Map<String, String> BELOW_SYSTEM =
      Map.of(
          "java/lang/ClassLoader()V", "(Ljava/lang/ClassLoader;)V",
          "java/security/SecureClassLoader()V", "(Ljava/lang/ClassLoader;)V",
          "java/net/URLClassLoader([Ljava/net/URL;)V", "([Ljava/net/URL;Ljava/lang/ClassLoader;)V");

  private static final Set<String> LAYERS =
      Set.of("defineModulesWithOneLoader", "defineModulesWithManyLoaders");

  /** Compilers load annotation processors. */
  private static final Map<String, Set<String>> MAKERS =
      Map.of(
          "java/net/URLClassLoader", Set.of("newInstance"),
          "java/lang/invoke/MethodHandles$Lookup", Set.of("defineClass"),
          "java/lang/ModuleLayer", LAYERS,
          "javax/tools/JavaCompiler", Set.of("getTask", "run"),
          "javax/tools/Tool", Set.of("run"),
          "java/util/spi/ToolProvider", Set.of("run"));

  private LoaderCalls() {}

  static boolean isOne(String owner, String name) {
    return name.equals("<init>")
        ? LOADERS.contains(owner)
        : MAKERS.getOrDefault(owner, Set.of()).contains(name);
  }

  /** Finds the descriptor that takes a parent; null if a constructor is none that lacks it. */
  static @Nullable String withParent(String owner, String name, String descriptor) {
    return name.equals("<init>") ? BELOW_SYSTEM.get(owner.concat(descriptor)) : null;
  }

  /** The same, for a constant that may be a handle of such a method. */
  static boolean isOne(Object constant) {
    return constant instanceof Handle handle && isOne(handle.getOwner(), handle.getName());
  }
}
