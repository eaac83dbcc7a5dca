package dev.bottrace.internal.launch;

import dev.bottrace.internal.launch.SourceCompiler.Compiled;
import dev.bottrace.option.Program;
import dev.bottrace.option.ProgramNotRunnableException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.jspecify.annotations.Nullable;

/** Finds out which class to start, and where its classes are. */
final class ProgramResolver {
  private final @Nullable String classPath;

  /**
   * Makes a resolver.
   *
   * @param classPath value of {@code -cp}; null if there is none
   */
  ProgramResolver(@Nullable String classPath) {
    this.classPath = classPath;
  }

  ResolvedProgram resolve(Program program) throws ProgramNotRunnableException {
    if (program instanceof Program.Jar jar) {
      return jar(jar.path());
    }
    if (program instanceof Program.Source source) {
      return source(source.path());
    }
    if (program instanceof Program.MainClass named) {
      return mainClass(named.name());
    }
    throw new IllegalStateException("this JVM has its program already");
  }

  private ResolvedProgram mainClass(String written) {
    String name = written.replace('/', '.');
    String elements = classPath == null ? defaultClassPath() : classPath;
    String expanded = String.join(File.pathSeparator, ClassPath.expanded(elements));
    ClassPath locations = ClassPath.of(elements);
    ClassPath.Found main = locations.find(name.replace('.', '/') + ".class");
    if (main != null) {
      main.location().makeOwn();
    }
    return new ResolvedProgram(name, locations, expanded, written, new Attributes());
  }

  private static String defaultClassPath() {
    String fromEnvironment = System.getenv("CLASSPATH");
    return fromEnvironment == null || fromEnvironment.isEmpty() ? "." : fromEnvironment;
  }

  private static void checkReadable(Path path) throws ProgramNotRunnableException {
    if (!Files.exists(path)) {
      throw new ProgramNotRunnableException(false, "there is no file " + path);
    }
    if (Files.isDirectory(path) || !Files.isReadable(path)) {
      throw new ProgramNotRunnableException(true, path + " can't be read as a file");
    }
  }

  private static ResolvedProgram jar(Path path) throws ProgramNotRunnableException {
    checkReadable(path);
    Attributes manifest = manifest(path);
    String mainClass = manifest.getValue(Attributes.Name.MAIN_CLASS);
    if (mainClass == null || mainClass.isBlank()) {
      throw new ProgramNotRunnableException(
          true,
          path
              + " has no Main-Class in its manifest; name the class: bottrace run -cp "
              + path
              + " CLASS");
    }
    try {
      ClassPath locations = new ClassPath();
      locations.add(new JarLocation(ClassPath.canonical(path.toString()), true));
      return new ResolvedProgram(
          mainClass.trim().replace('/', '.'),
          locations,
          path.toString(),
          path.toString(),
          manifest);
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  private static Attributes manifest(Path path) throws ProgramNotRunnableException {
    try (JarFile jar = new JarFile(path.toFile())) {
      Manifest manifest = jar.getManifest();
      return manifest == null ? new Attributes() : manifest.getMainAttributes();
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  private static ProgramNotRunnableException unreadable(Path path, IOException e) {
    return new ProgramNotRunnableException(
        true, path + " can't be read as a jar: " + e.getMessage());
  }

  private ResolvedProgram source(Path path) throws ProgramNotRunnableException {
    checkReadable(path);
    if (ModuleLayer.boot().findModule("jdk.compiler").isEmpty()) {
      throw new ProgramNotRunnableException(
          true,
          path + " needs a JDK to be compiled, and this is a Java runtime without a compiler");
    }
    String elements = classPath == null ? defaultClassPath() : classPath;
    String expanded = String.join(File.pathSeparator, ClassPath.expanded(elements));
    Compiled compiled = new SourceCompiler(expanded).compile(path);
    ClassPath locations = new ClassPath();
    try {
      locations.add(new MemoryLocation(compiled.classFiles(), path.toUri().toURL()));
    } catch (IOException e) {
      throw new ProgramNotRunnableException(true, path + ": " + e.getMessage());
    }
    ClassPath.of(elements).all().forEach(locations::add);
    return new ResolvedProgram(
        compiled.mainClass(), locations, expanded, path.toString(), new Attributes());
  }
}
