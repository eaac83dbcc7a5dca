package dev.bottrace.internal.launch;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Makes the jar that the launcher script puts on the boot class path: our classes, as {@link
 * BootClassFile} changes them. No manifest is in it, nor anything else that a program would find
 * where it looks for resources; nothing is compressed.
 */
public final class BootJar {
  private final TreeMap<String, byte[]> content = new TreeMap<>();

  private BootJar() {}

  /**
   * Makes the jar; the same from the same content.
   *
   * @param arguments the jar to be made, and the jars and directories with our classes
   * @throws IOException if a file can't be read or written
   */
  public static void main(String[] arguments) throws IOException {
    BootJar jar = new BootJar();
    for (String element : List.of(arguments).subList(1, arguments.length)) {
      Path path = Path.of(element);
      if (Files.isDirectory(path)) {
        jar.addDirectory(path);
      } else if (Files.exists(path)) {
        jar.addJar(path);
      }
    }
    jar.write(Path.of(arguments[0]));
  }

  private void addDirectory(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        add(directory.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
      }
    }
  }

  private void addJar(Path path) throws IOException {
    try (ZipFile jar = new ZipFile(path.toFile())) {
      for (ZipEntry entry : jar.stream().filter(entry -> !entry.isDirectory()).toList()) {
        try (InputStream in = jar.getInputStream(entry)) {
          add(entry.getName(), in.readAllBytes());
        }
      }
    }
  }

  private void add(String path, byte[] bytes) throws IOException {
    if (BootClassFile.isWanted(path)) {
      boolean isClass = path.endsWith(".class");
      content.put(BootClassFile.target(path), isClass ? BootClassFile.changed(bytes) : bytes);
    }
  }

  private void write(Path target) throws IOException {
    try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(target));
        ZipOutputStream out = new ZipOutputStream(file)) {
      out.setMethod(ZipOutputStream.STORED);
      for (Map.Entry<String, byte[]> entry : content.entrySet()) {
        write(entry.getKey(), entry.getValue(), out);
      }
    }
  }

  private static void write(String path, byte[] bytes, ZipOutputStream out) throws IOException {
    CRC32 crc = new CRC32();
    crc.update(bytes);
    ZipEntry entry = new ZipEntry(path);
    entry.setTime(0);
    entry.setSize(bytes.length);
    entry.setCrc(crc.getValue());
    out.putNextEntry(entry);
    out.write(bytes);
  }
}
