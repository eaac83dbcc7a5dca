package dev.bottrace.internal.launch;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.net.URL;
import java.nio.ByteBuffer;
import java.security.CodeSigner;
import java.security.ProtectionDomain;
import java.util.Enumeration;
import java.util.Map;
import java.util.jar.Manifest;
import org.jspecify.annotations.Nullable;

/**
 * Types that stand for ones inside the JDK, which source code can't name. {@link BootClassFile}
 * puts those in their place, so that calls are linked as any other; here nothing of it runs.
 */
final class JdkStandIns {
  /** By the name that the compiler gives to it, the type that each one stands for. */
  static final Map<String, String> NAMES =
      Map.of(
          name("SharedSecrets"), "jdk/internal/access/SharedSecrets",
          name("LangAccess"), "jdk/internal/access/JavaLangAccess",
          name("Unsafe"), "jdk/internal/misc/Unsafe",
          name("OpenUnsafe"), "sun/misc/Unsafe",
          name("UrlClassPath"), "jdk/internal/loader/URLClassPath",
          name("LoaderResource"), "jdk/internal/loader/Resource");

  private JdkStandIns() {}

  private static String name(String simple) {
    return JdkStandIns.class.getName().replace('.', '/') + "$" + simple;
  }

  private static UnsupportedOperationException standIn() {
    return new UnsupportedOperationException("a stand-in");
  }

  /** Stands for {@code jdk.internal.access.SharedSecrets}. */
  @SuppressWarnings("DoNotCallSuggester")
  static class SharedSecrets {
    static LangAccess getJavaLangAccess() {
      throw standIn();
    }
  }

  /** Stands for {@code jdk.internal.access.JavaLangAccess}. */
  interface LangAccess {
    void registerShutdownHook(int slot, boolean whileShuttingDown, Runnable hook);

    Class<?> defineClass(
        ClassLoader loader,
        Class<?> lookup,
        String name,
        byte[] classFile,
        @Nullable ProtectionDomain domain,
        boolean initialize,
        int flags,
        @Nullable Object classData);

    void addExports(Module module, String packageName, Module to);
  }

  /** Stands for {@code jdk.internal.misc.Unsafe}. */
  @SuppressWarnings("DoNotCallSuggester")
  static class Unsafe {
    static Unsafe getUnsafe() {
      throw standIn();
    }

    Object allocateInstance(Class<?> type) throws InstantiationException {
      throw standIn();
    }

    long objectFieldOffset(Class<?> type, String field) {
      throw standIn();
    }

    Object getReference(Object owner, long offset) {
      throw standIn();
    }

    void putReference(Object owner, long offset, Object value) {
      throw standIn();
    }
  }

  /** Stands for {@code sun.misc.Unsafe}, which the compiler warns of. */
  abstract static class OpenUnsafe {
    abstract long objectFieldOffset(Field field);

    abstract void putBoolean(Object owner, long offset, boolean value);
  }

  /** Stands for {@code jdk.internal.loader.URLClassPath}: the class path of a loader. */
  static class UrlClassPath {
    void addFile(String path) {
      throw standIn();
    }

    URL[] getURLs() {
      throw standIn();
    }

    @Nullable LoaderResource getResource(String name) {
      throw standIn();
    }

    @Nullable LoaderResource getResource(String name, boolean check) {
      throw standIn();
    }

    @Nullable URL findResource(String name) {
      throw standIn();
    }

    @Nullable URL findResource(String name, boolean check) {
      throw standIn();
    }

    Enumeration<URL> findResources(String name) {
      throw standIn();
    }

    Enumeration<URL> findResources(String name, boolean check) {
      throw standIn();
    }
  }

  /** Stands for {@code jdk.internal.loader.Resource}. */
  abstract static class LoaderResource {
    abstract String getName();

    abstract URL getURL();

    abstract URL getCodeSourceURL();

    abstract InputStream getInputStream() throws IOException;

    abstract int getContentLength() throws IOException;

    @Nullable ByteBuffer getByteBuffer() throws IOException {
      throw standIn();
    }

    byte[] getBytes() throws IOException {
      throw standIn();
    }

    @Nullable Manifest getManifest() throws IOException {
      throw standIn();
    }

    CodeSigner @Nullable [] getCodeSigners() {
      throw standIn();
    }
  }
}
