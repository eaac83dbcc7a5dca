package dev.bottrace.compatibility;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;

/**
 * Writes an executable jar as the plug-ins of Spring Boot lay it out: the loader's classes, those
 * of the application in {@code BOOT-INF/classes}, its libraries in {@code BOOT-INF/lib}, stored and
 * not compressed, as the loader reads them where they are.
 */
final class BootJar {
  private static final String CLASSES = "BOOT-INF/classes/";
  private static final String LIBRARIES = "BOOT-INF/lib/";

  private final JarOutputStream out;
  private final Set<String> directories = new HashSet<>();

  private BootJar(JarOutputStream out) {
    this.out = out;
  }

  /** Writes one. */
  static void write(Path file, String mainClass, Path loader, Path classes, List<Path> libraries)
      throws IOException {
    try (OutputStream stream = Files.newOutputStream(file);
        JarOutputStream out = new JarOutputStream(stream, manifest(mainClass))) {
      BootJar jar = new BootJar(out);
      jar.addLoader(loader);
      for (Path source : Installation.files(classes)) {
        String name = classes.relativize(source).toString().replace('\\', '/');
        jar.add(CLASSES + name, Files.readAllBytes(source), false);
      }
      for (Path library : libraries) {
        jar.add(LIBRARIES + library.getFileName(), Files.readAllBytes(library), true);
      }
    }
  }

  private static Manifest manifest(String mainClass) {
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.put(
        Attributes.Name.MAIN_CLASS, "org.springframework.boot.loader.launch.JarLauncher");
    attributes.putValue("Start-Class", mainClass);
    attributes.putValue("Spring-Boot-Classes", CLASSES);
    attributes.putValue("Spring-Boot-Lib", LIBRARIES);
    return manifest;
  }

  private void addLoader(Path loader) throws IOException {
    try (JarFile jar = new JarFile(loader.toFile())) {
      for (JarEntry entry : jar.stream().toList()) {
        if (entry.getName().startsWith("org/") && !entry.isDirectory()) {
          try (InputStream in = jar.getInputStream(entry)) {
            add(entry.getName(), in.readAllBytes(), false);
          }
        }
      }
    }
  }

  private void add(String name, byte[] bytes, boolean stored) throws IOException {
    for (int slash = name.indexOf('/'); slash >= 0; slash = name.indexOf('/', slash + 1)) {
      String directory = name.substring(0, slash + 1);
      if (directories.add(directory)) {
        put(new JarEntry(directory), new byte[0], true);
      }
    }
    put(new JarEntry(name), bytes, stored);
  }

  private void put(JarEntry entry, byte[] bytes, boolean stored) throws IOException {
    entry.setLastModifiedTime(FileTime.fromMillis(0));
    if (stored) {
      CRC32 crc = new CRC32();
      crc.update(bytes);
      entry.setMethod(ZipEntry.STORED);
      entry.setSize(bytes.length);
      entry.setCrc(crc.getValue());
    }
    out.putNextEntry(entry);
    out.write(bytes);
    out.closeEntry();
  }
}
