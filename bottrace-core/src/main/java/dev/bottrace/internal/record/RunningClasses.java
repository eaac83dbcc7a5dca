package dev.bottrace.internal.record;

import dev.bottrace.internal.code.ProgramClasses;
import org.jspecify.annotations.Nullable;

/**
 * The classes of a program, seen from a method that runs: its class and the superclasses of that
 * are initialised, or about to be by this very thread, also where nobody can ask the JVM.
 *
 * @param classes all of them
 * @param running the class whose method runs
 */
record RunningClasses(ProgramClasses classes, Class<?> running) implements ProgramClasses {
  @Override
  public byte @Nullable [] classFile(Class<?> type) {
    return classes.classFile(type);
  }

  @Override
  public @Nullable Class<?> loaded(String binaryName, Class<?> seenFrom) {
    return classes.loaded(binaryName, seenFrom);
  }

  @Override
  public boolean isInitialized(Class<?> type) {
    boolean runs = !type.isInterface() && type.isAssignableFrom(running);
    return runs || classes.isInitialized(type);
  }
}
