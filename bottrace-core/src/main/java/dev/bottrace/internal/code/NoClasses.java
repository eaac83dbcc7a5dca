package dev.bottrace.internal.code;

import org.jspecify.annotations.Nullable;

/** Knows no class of a program. */
public enum NoClasses implements ProgramClasses {
  /** The only one. */
  INSTANCE;

  @Override
  public byte @Nullable [] classFile(Class<?> type) {
    return null;
  }

  @Override
  public @Nullable Class<?> loaded(String binaryName, Class<?> seenFrom) {
    return null;
  }

  @Override
  public boolean isInitialized(Class<?> type) {
    return false;
  }
}
