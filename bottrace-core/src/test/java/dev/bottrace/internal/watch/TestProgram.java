package dev.bottrace.internal.watch;

import dev.bottrace.internal.code.ProgramClasses;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Classes of the test class path, or of a loader of sources. */
final class TestProgram implements ProgramClasses {
  private final Map<String, Optional<Class<?>>> found = new ConcurrentHashMap<>();
  private final Set<String> uninitialized;
  private final Map<String, byte[]> compiled;
  private final Map<Class<?>, byte[]> files = new ConcurrentHashMap<>();

  TestProgram(String... uninitialized) {
    this(Map.of(), uninitialized);
  }

  TestProgram(Map<String, byte[]> compiled, String... uninitialized) {
    this.compiled = compiled;
    this.uninitialized = Set.of(uninitialized);
  }

  @Override
  public byte @Nullable [] classFile(Class<?> type) {
    byte[] own = compiled.get(type.getName());
    return own != null ? own : files.computeIfAbsent(type, TestProgram::read);
  }

  private static byte[] read(Class<?> type) {
    String name = "/" + type.getName().replace('.', '/') + ".class";
    try (InputStream file = type.getResourceAsStream(name)) {
      return file == null ? new byte[0] : file.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public @Nullable Class<?> loaded(String binaryName, Class<?> seenFrom) {
    return found.computeIfAbsent(binaryName, name -> find(name, seenFrom)).orElse(null);
  }

  private static Optional<Class<?>> find(String name, Class<?> seenFrom) {
    try {
      return Optional.of(Class.forName(name, false, seenFrom.getClassLoader()));
    } catch (ClassNotFoundException | LinkageError e) {
      return Optional.empty();
    }
  }

  @Override
  public boolean isInitialized(Class<?> type) {
    return !uninitialized.contains(type.getName());
  }
}
