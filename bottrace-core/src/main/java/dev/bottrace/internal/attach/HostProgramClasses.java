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
    return hub.classes().loaded(binaryName, seenFrom.getClassLoader());
  }

  @Override
  public boolean isInitialized(Class<?> type) {
    return false;
  }
}
