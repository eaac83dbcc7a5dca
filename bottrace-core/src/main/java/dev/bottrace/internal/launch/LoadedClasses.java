package dev.bottrace.internal.launch;

import dev.bottrace.internal.code.ProgramClasses;
import dev.bottrace.internal.launch.ClassPath.Found;
import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The classes of a program, as far as they are loaded. */
final class LoadedClasses implements ProgramClasses {
  /** Packages whose classes hold the data of programs. */
  private static final List<String> OF_DATA =
      List.of(
          "java.lang",
          "java.lang.invoke",
          "java.lang.ref",
          "java.math",
          "java.net",
          "java.nio.file",
          "java.time",
          "java.util",
          "java.util.concurrent",
          "java.util.concurrent.atomic",
          "java.util.concurrent.locks",
          "java.util.regex",
          "java.util.stream");

  /** Packages that watch expressions may name classes of. */
  private static final List<String> NAMED =
      List.of("java.lang", "java.util", "java.math", "java.time");

  private final ProgramLoader loader;
  private final ClassPath classPath;
  private final OtherLoaders others;
  private final @Nullable MethodHandle shouldBeInitialized;

  LoadedClasses(ProgramLoader loader, ClassPath classPath, OtherLoaders others) {
    this.loader = loader;
    this.classPath = classPath;
    this.others = others;
    this.shouldBeInitialized = JdkInternals.shouldBeInitialized();
    OF_DATA.forEach(JdkInternals::openToUs);
  }

  @Override
  public byte @Nullable [] classFile(Class<?> type) {
    if (type.getClassLoader() != loader.classLoader()) {
      return others.classFile(type);
    }
    Found found = classPath.find(type.getName().replace('.', '/') + ".class");
    try {
      return found == null ? null : found.resource().read();
    } catch (IOException e) {
      return null;
    }
  }

  @Override
  public @Nullable Class<?> loaded(String binaryName, Class<?> seenFrom) {
    int dot = binaryName.lastIndexOf('.');
    if (dot > 0 && NAMED.contains(binaryName.substring(0, dot))) {
      return ofJdk(binaryName);
    }
    ClassLoader seenBy = seenFrom.getClassLoader();
    return seenBy == null || seenBy == loader.classLoader()
        ? loader.loaded(binaryName)
        : others.loaded(binaryName, seenBy);
  }

  /** Classes of the JDK are loaded without being initialised; no code of the program sees it. */
  private static @Nullable Class<?> ofJdk(String binaryName) {
    try {
      return Class.forName(binaryName, false, null);
    } catch (ClassNotFoundException | LinkageError e) {
      return null;
    }
  }

  @Override
  public boolean isInitialized(Class<?> type) {
    if (type.getClassLoader() == null) {
      return true; // no code of the program can tell when the JDK's own classes are
    }
    if (shouldBeInitialized == null) {
      return false;
    }
    try {
      return !(boolean) shouldBeInitialized.invokeExact(type);
    } catch (Throwable e) { // of a method handle
      return false;
    }
  }
}
