package dev.bottrace.cli;

import dev.bottrace.internal.launch.BootJar;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Jars with our classes and the libraries, made of what is on the class path of the tests. */
final class TestJars {
  private static final List<String> OURS =
      List.of("dev/bottrace/", "org/objectweb/asm/", "com/fasterxml/jackson/core/", "picocli/");

  /** Of the jar like bottrace.jar. */
  static final String VERSION = "1.2-test";

  private TestJars() {}

  /** Returns the jar for the boot class path, made once. */
  static Path boot() {
    return Boot.JAR;
  }

  /** Returns a jar like bottrace.jar, made once. */
  static Path bottrace() {
    return Cached.BOTTRACE;
  }

  private static final class Boot {
    static final Path JAR = made();

    private static Path made() {
      try {
        Path jar = Files.createTempFile("boot", ".jar");
        jar.toFile().deleteOnExit();
        List<String> arguments = new ArrayList<>(List.of(jar.toString()));
        arguments.addAll(classPath());
        BootJar.main(arguments.toArray(new String[0]));
        return jar;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static List<String> classPath() {
    return List.of(System.getProperty("java.class.path").split(File.pathSeparator));
  }

  /** Makes a jar like bottrace.jar; the libraries keep their names. */
  static void writeBottraceJar(Path target) throws IOException {
    Files.copy(Cached.BOTTRACE, target, StandardCopyOption.REPLACE_EXISTING);
  }

  /**
   * Makes the jar of an agent.
   *
   * @param classes directory with its classes
   * @param attributes of its manifest, each on a line that ends
   */
  static Path agent(Path classes, Path jar, String attributes) throws IOException {
    Path manifest = Files.writeString(Files.createTempFile("manifest", ""), attributes);
    String[] arguments = {
      "-cfm", jar.toString(), manifest.toString(), "-C", classes.toString(), "."
    };
    int code = ToolProvider.findFirst("jar").orElseThrow().run(System.out, System.err, arguments);
    Files.delete(manifest);
    if (code != 0) {
      throw new IOException("jar has failed: " + code);
    }
    return jar;
  }

  private static final class Cached {
    static final Path BOTTRACE = made();

    private static Path made() {
      try {
        Path jar = Files.createTempFile("bottrace", ".jar");
        jar.toFile().deleteOnExit();
        write(jar);
        return jar;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static void write(Path target) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, "dev.bottrace.cli.Main");
    manifest
        .getMainAttributes()
        .put(new Attributes.Name("Add-Exports"), "java.base/jdk.internal.access");
    manifest
        .getMainAttributes()
        .put(new Attributes.Name("Launcher-Agent-Class"), "dev.bottrace.runtime.LauncherAgent");
    manifest.getMainAttributes().put(Attributes.Name.IMPLEMENTATION_VERSION, VERSION);
    manifest
        .getMainAttributes()
        .put(new Attributes.Name("Premain-Class"), "dev.bottrace.cli.StartAgent");
    manifest
        .getMainAttributes()
        .put(new Attributes.Name("Agent-Class"), "dev.bottrace.cli.AttachAgent");
    manifest.getMainAttributes().put(new Attributes.Name("Can-Retransform-Classes"), "true");
    Set<String> written = new HashSet<>();
    try (OutputStream file = Files.newOutputStream(target);
        JarOutputStream out = new JarOutputStream(file, manifest)) {
      for (String element : classPath()) {
        Path path = Path.of(element);
        if (Files.isDirectory(path)) {
          copyDirectory(path, written, out);
        } else if (Files.exists(path)) {
          copyJar(path, written, out);
        }
      }
    }
  }

  private static void copyDirectory(Path directory, Set<String> written, JarOutputStream out)
      throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        copy(directory.relativize(file).toString(), Files.readAllBytes(file), written, out);
      }
    }
  }

  private static void copyJar(Path path, Set<String> written, JarOutputStream out)
      throws IOException {
    try (ZipFile jar = new ZipFile(path.toFile())) {
      for (ZipEntry entry : jar.stream().filter(entry -> !entry.isDirectory()).toList()) {
        try (InputStream in = jar.getInputStream(entry)) {
          copy(entry.getName(), in.readAllBytes(), written, out);
        }
      }
    }
  }

  private static void copy(String name, byte[] bytes, Set<String> written, JarOutputStream out)
      throws IOException {
    if (OURS.stream().anyMatch(name::startsWith) && written.add(name)) {
      out.putNextEntry(new ZipEntry(name));
      out.write(bytes);
    }
  }
}
