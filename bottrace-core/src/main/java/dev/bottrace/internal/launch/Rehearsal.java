package dev.bottrace.internal.launch;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A program that the launcher script runs when it makes its archive of classes, which then holds
 * what this run has loaded: ours, and those of the JDK that come with them.
 */
public final class Rehearsal {
  /** From this release on the JVM loads at each start what is in the archive, needed or not. */
  private static final int LOADS_ALL = 25;

  private Rehearsal() {}

  /**
   * Loads and links, but does not initialise, the classes of a jar; not where only those that are
   * always needed belong in the archive.
   *
   * @param arguments the jar that is on the boot class path
   * @throws IOException if it can't be read
   */
  public static void main(String[] arguments) throws IOException {
    try (InputStream in = new FileInputStream(arguments[0]);
        PrintStream out = new PrintStream(OutputStream.nullOutputStream(), true)) {
      out.println(in.read()); // as programs do, which brings in classes of the JDK
    }
    if (Runtime.version().feature() < LOADS_ALL) {
      linkAll(arguments[0]);
    }
  }

  private static void linkAll(String path) throws IOException {
    try (ZipFile jar = new ZipFile(path)) {
      for (ZipEntry entry : jar.stream().toList()) {
        String name = entry.getName();
        if (name.endsWith(".class")) {
          link(name.substring(0, name.length() - ".class".length()).replace('/', '.'));
        }
      }
    }
  }

  @SuppressWarnings("unused")
  private static void link(String name) {
    try {
      Method[] linked = Class.forName(name, false, null).getDeclaredMethods();
    } catch (ClassNotFoundException | LinkageError e) {
      return; // some need a library or a module that is not there; these are not needed
    }
  }
}
