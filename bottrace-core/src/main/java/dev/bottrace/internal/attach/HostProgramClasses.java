package dev.bottrace.internal.attach;

import dev.bottrace.internal.code.ProgramClasses;
import org.jspecify.annotations.Nullable;

/** The classes of a host, as far as they are loaded. */
final class HostProgramClasses implements ProgramClasses {
  private final Hub hub;

  HostProgramClasses(Hub hub) {
    this.hub = hub;
  }

  @Override
  public byte @Nullable [] classFile(Class<?> type) {
    return RetransformBugs.classFile(type);
  }

  @Override
  public @Nullable Class<?> loaded(String binaryName, Class<?> seenFrom) {
    return binaryName.startsWith("java.")
        ? ofJdk(binaryName)
        : hub.classes().loaded(binaryName, seenFrom.getClassLoader());
  }

  /** Classes of the JDK are loaded without being initialised; no code of the host sees it. */
  private static @Nullable Class<?> ofJdk(String binaryName) {
    try {
      return Class.forName(binaryName, false, null);
    } catch (ClassNotFoundException | LinkageError e) {
      return null;
    }
  }

  @Override
  public boolean isInitialized(Class<?> type) {
    return type.getClassLoader() == null; // of others nobody can tell
  }
}
