package dev.bottrace.internal.watch;

import dev.bottrace.internal.code.ProgramClasses;
import org.jspecify.annotations.Nullable;

/** Knows no class of a program. */
enum NoClasses implements ProgramClasses {
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
