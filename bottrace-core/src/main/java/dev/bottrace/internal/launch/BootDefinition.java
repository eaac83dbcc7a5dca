package dev.bottrace.internal.launch;

import dev.bottrace.runtime.HiddenFrame;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Defines classes of ours in the boot loader, with methods that stack traces do not show.
 *
 * <p>There they are seen by the classes of all loaders, and the JVM honours its own annotation for
 * hidden frames. Source code can't name that annotation; so ours is put in its place, in the
 * constant pool.
 */
final class BootDefinition {
  /** The classes that instrumented code sees. */
  static final List<String> RUNTIME =
      List.of(
          "dev.bottrace.runtime.LocalsFrame",
          "dev.bottrace.runtime.ThreadSink",
          "dev.bottrace.runtime.StateSink",
          "dev.bottrace.runtime.ProbeSink",
          "dev.bottrace.runtime.ProgramSink",
          "dev.bottrace.runtime.MainHandle",
          "dev.bottrace.runtime.Probes");

  private static final byte[] OURS = constant("Ldev/bottrace/runtime/HiddenFrame;");
  private static final byte[] THE_JVMS = constant("Ljdk/internal/vm/annotation/Hidden;");

  private BootDefinition() {}

  /** Defines the classes that instrumented code calls; returns whether they are there. */
  static boolean defineRuntime(ClassLoader source) {
    for (String name : RUNTIME) {
      if (define(name, source) == null) {
        return false;
      }
    }
    return true;
  }

  /**
   * Defines a class whose bytes a loader has; returns null if it has none, or the JVM does not
   * allow it.
   */
  static @Nullable Class<?> define(String name, ClassLoader source) {
    byte[] classFile = bytes(name, source);
    return classFile == null
        ? null
        : JdkInternals.defineInBootLoader(name, withHiddenFrames(classFile));
  }

  /** Returns a class of ours as it is to be in the boot loader; null if its bytes can't be had. */
  static byte @Nullable [] hidingFrames(String name) {
    byte[] classFile = bytes(name, ownLoader());
    return classFile == null ? null : withHiddenFrames(classFile);
  }

  /** Returns the loader that has our classes. */
  static ClassLoader ownLoader() {
    ClassLoader own = BootDefinition.class.getClassLoader();
    return own == null ? ClassLoader.getSystemClassLoader() : own;
  }

  /** Tells whether a class has methods marked with {@link HiddenFrame}. */
  static boolean hidesFrames(String name, ClassLoader source) {
    byte[] classFile = bytes(name, source);
    return classFile != null && indexOf(classFile, OURS) >= 0;
  }

  static byte @Nullable [] bytes(String name, ClassLoader source) {
    try (InputStream in = source.getResourceAsStream(name.replace('.', '/') + ".class")) {
      return in == null ? null : in.readAllBytes();
    } catch (IOException e) {
      return null;
    }
  }

  private static byte[] withHiddenFrames(byte[] classFile) {
    int at = indexOf(classFile, OURS);
    if (at < 0) {
      return classFile;
    }
    int rest = classFile.length - at - OURS.length;
    byte[] changed = new byte[at + THE_JVMS.length + rest];
    System.arraycopy(classFile, 0, changed, 0, at);
    System.arraycopy(THE_JVMS, 0, changed, at, THE_JVMS.length);
    System.arraycopy(classFile, at + OURS.length, changed, at + THE_JVMS.length, rest);
    return changed;
  }

  private static int indexOf(byte[] bytes, byte[] wanted) {
    return new String(bytes, StandardCharsets.ISO_8859_1)
        .indexOf(new String(wanted, StandardCharsets.ISO_8859_1));
  }

  /** Returns a constant as it stands in a class file: tag, length in two bytes, characters. */
  private static byte[] constant(String text) {
    byte[] characters = text.getBytes(StandardCharsets.ISO_8859_1);
    byte[] constant = new byte[characters.length + 3];
    constant[0] = 1;
    constant[1] = (byte) (characters.length >>> 8);
    constant[2] = (byte) characters.length;
    System.arraycopy(characters, 0, constant, 3, characters.length);
    return constant;
  }
}
