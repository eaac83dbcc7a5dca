package dev.bottrace.internal.launch;

import java.io.File;
import org.jspecify.annotations.Nullable;

/** The system class loader of a JVM that somebody else has started: it is not ours to change. */
final class RunningLoader implements ProgramLoader {
  @Override
  public void open(LoadedProgram opened) {
    throw new IllegalStateException("its classes come by another way");
  }

  @Override
  public boolean givesProbes() {
    return false;
  }

  @Override
  public ClassLoader classLoader() {
    return ClassLoader.getSystemClassLoader();
  }

  @Override
  public @Nullable File ownJar() {
    return null;
  }

  @Override
  public @Nullable Class<?> loaded(String name) {
    return null;
  }
}
