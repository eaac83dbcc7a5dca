package dev.bottrace.internal.instrument;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;

/** Defines all classes of some jars, each changed in some way; other classes are the JDK's. */
final class JarLoader extends ClassLoader {
  private final List<JarFile> jars;
  private final UnaryOperator<byte[]> transform;

  JarLoader(List<JarFile> jars, UnaryOperator<byte[]> transform) {
    super(ClassLoader.getPlatformClassLoader());
    this.jars = jars;
    this.transform = transform;
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    if (name.startsWith("dev.bottrace.runtime.")) {
      return Class.forName(name, false, JarLoader.class.getClassLoader());
    }
    byte[] classFile = transform.apply(read(name.replace('.', '/') + ".class"));
    return defineClass(name, classFile, 0, classFile.length);
  }

  private byte[] read(String entryName) throws ClassNotFoundException {
    for (JarFile jar : jars) {
      ZipEntry entry = jar.getEntry(entryName);
      if (entry != null) {
        return read(jar, entry);
      }
    }
    throw new ClassNotFoundException(entryName);
  }

  private static byte[] read(JarFile jar, ZipEntry entry) {
    try (InputStream in = jar.getInputStream(entry)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
