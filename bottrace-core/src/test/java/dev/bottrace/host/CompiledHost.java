package dev.bottrace.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;

/** A part of a host that is compiled for a test, and loaded by a loader of its own. */
public final class CompiledHost {
  private final Path directory;

  private CompiledHost(Path directory) {
    this.directory = directory;
  }

  /** Compiles one source file. */
  public static CompiledHost of(
      Path directory, String className, String source, String... options) {
    try {
      Path file = directory.resolve(className.replace('.', '/') + ".java");
      Files.createDirectories(file.getParent());
      Files.writeString(file, source);
      List<String> arguments = new ArrayList<>(List.of(options));
      arguments.addAll(List.of("-g", "-proc:none", "-d", directory.toString(), file.toString()));
      int result =
          ToolProvider.getSystemJavaCompiler()
              .run(null, null, null, arguments.toArray(new String[0]));
      if (result != 0) {
        throw new IllegalArgumentException("does not compile: " + className);
      }
      return new CompiledHost(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns a loader that finds the classes, after its parent. */
  public ClassLoader loader(ClassLoader parent) {
    try {
      return new URLClassLoader(new URL[] {directory.toUri().toURL()}, parent);
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
