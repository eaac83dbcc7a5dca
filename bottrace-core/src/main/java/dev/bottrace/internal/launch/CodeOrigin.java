package dev.bottrace.internal.launch;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.security.CodeSource;
import java.security.ProtectionDomain;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Tells a program's own code from that of libraries, for classes that do not come from its class
 * path. A library is a jar. A class without lines is nobody's: some library has made it up.
 */
final class CodeOrigin {
  private static final byte[] LINES = ConstantPool.text("LineNumberTable");
  private static final List<String> ARCHIVES =
      List.of(".jar", ".war", ".ear", ".rar", ".zip", ".jmod");

  private static final String FILE = "file:";
  private static final String IMAGE = "jrt:/";

  /** What a file of entries begins with. */
  private static final byte[] ZIP = {'P', 'K', 3, 4};

  private final ClassPath classPath;

  CodeOrigin(ClassPath classPath) {
    this.classPath = classPath;
  }

  /** Tells whether a class is of the JDK, which is no program's. */
  static boolean isJdk(@Nullable ProtectionDomain domain) {
    URL url = location(domain);
    return url != null && isJdk(url);
  }

  /** A program may have been linked into the image of the JDK, with libraries that are modules. */
  private static boolean isJdk(URL url) {
    String path = url.getPath();
    return url.getProtocol().equals("jrt")
        && (path.startsWith("/java.") || path.startsWith("/jdk."));
  }

  /** Tells whether the JDK has a class file; loads no class. */
  static boolean isOfJdk(String path) {
    if (path.startsWith("java/")
        || ClassLoader.getPlatformClassLoader().getResource(path) != null) {
      return true;
    }
    URL found = ClassLoader.getSystemResource(path);
    return found != null && isJdk(found);
  }

  static @Nullable URL location(@Nullable ProtectionDomain domain) {
    CodeSource source = domain == null ? null : domain.getCodeSource();
    return source == null ? null : source.getLocation();
  }

  /**
   * Tells whether a class is the program's own.
   *
   * @param domain says where it comes from; that there is no such place is said of what is compiled
   *     while the program runs
   * @param classFile its bytes
   */
  boolean isOwn(@Nullable ProtectionDomain domain, byte[] classFile) {
    if (!hasLines(classFile)) {
      return false;
    }
    URL url = location(domain);
    return url == null || isOwn(url.toString());
  }

  /** Tells whether a class has lines that somebody wrote. */
  static boolean hasLines(byte[] classFile) {
    ConstantPool constants = ConstantPool.of(classFile);
    return constants != null && constants.has(LINES);
  }

  private boolean isOwn(String url) {
    for (Location location : classPath.all()) {
      if (location.url().toString().equals(url)) {
        return location.own();
      }
    }
    return !isArchive(url);
  }

  /** Tells whether a place is a file that libraries come in, or a module of the JDK's image. */
  static boolean isArchive(String url) {
    if (url.startsWith(IMAGE)) {
      String module = url.substring(IMAGE.length()).replaceFirst("/$", "");
      return !module.equals(System.getProperty("jdk.module.main"));
    }
    String place = url.endsWith("!/") ? url.substring(0, url.length() - 2) : url;
    String name = place.toLowerCase(Locale.ROOT);
    return ARCHIVES.stream().anyMatch(name::endsWith)
        || (place.startsWith(FILE) && !place.endsWith("/") && isZip(place));
  }

  /** Some keep jars under names of their own, as Equinox does those of bundles. */
  private static boolean isZip(String url) {
    File file;
    try {
      file = new File(new URI(url));
    } catch (URISyntaxException | IllegalArgumentException e) {
      file = new File(url.substring(FILE.length())); // as others write such names
    }
    try (InputStream in = Files.newInputStream(file.toPath())) {
      return Arrays.equals(in.readNBytes(ZIP.length), ZIP);
    } catch (IOException | InvalidPathException e) {
      return false;
    }
  }
}
