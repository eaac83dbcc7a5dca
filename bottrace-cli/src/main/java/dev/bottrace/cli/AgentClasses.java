package dev.bottrace.cli;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URISyntaxException;
import java.net.URL;
import java.security.CodeSource;
import java.security.Permission;
import java.security.ProtectionDomain;
import java.security.cert.Certificate;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.jspecify.annotations.Nullable;

/**
 * Loads the classes of an agent from its jar. They do not say that they come from there: agents
 * that look at all classes of a program, such as those that measure coverage, take what comes from
 * no place for nobody's code, and leave it alone.
 */
final class AgentClasses extends ClassLoader {
  static {
    registerAsParallelCapable();
  }

  private final URL url;
  private final JarFile jar;
  private final ProtectionDomain domain;

  /**
   * Opens the jar, for as long as the JVM lives.
   *
   * @param url of the jar
   * @param like may do what these classes may
   * @throws IOException if it can't be read
   */
  AgentClasses(URL url, ProtectionDomain like) throws IOException {
    super("bottrace", ClassLoader.getPlatformClassLoader());
    this.url = url;
    this.domain = new Nowhere(like);
    try {
      this.jar = new JarFile(new File(url.toURI()), false);
    } catch (URISyntaxException e) {
      throw new IOException(e);
    }
  }

  /** What a policy grants to the jar is granted to it, too. */
  private static final class Nowhere extends ProtectionDomain {
    private final ProtectionDomain like;

    Nowhere(ProtectionDomain like) {
      super(new CodeSource(null, (Certificate[]) null), null);
      this.like = like;
    }

    @Override
    public boolean implies(Permission permission) {
      return like.implies(permission);
    }
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    try {
      byte[] classFile = read(name.replace('.', '/').concat(".class"));
      if (classFile != null) {
        definePackage(name.substring(0, name.lastIndexOf('.')));
        return defineClass(name, classFile, 0, classFile.length, domain);
      }
    } catch (IOException e) {
      throw new ClassNotFoundException(name, e);
    }
    throw new ClassNotFoundException(name);
  }

  private byte @Nullable [] read(String path) throws IOException {
    ZipEntry entry = jar.getEntry(path);
    if (entry == null) {
      return null;
    }
    try (InputStream in = jar.getInputStream(entry)) {
      return in.readAllBytes();
    }
  }

  /** Our version is in the manifest. */
  private void definePackage(String name) throws IOException {
    if (getDefinedPackage(name) != null) {
      return;
    }
    Manifest manifest = jar.getManifest();
    Attributes main = manifest == null ? new Attributes() : manifest.getMainAttributes();
    try {
      definePackage(
          name,
          null,
          null,
          null,
          main.getValue(Attributes.Name.IMPLEMENTATION_TITLE),
          main.getValue(Attributes.Name.IMPLEMENTATION_VERSION),
          null,
          null);
    } catch (IllegalArgumentException e) {
      return; // another thread was faster
    }
  }

  @Override
  protected @Nullable URL findResource(String name) {
    try {
      return jar.getEntry(name) == null ? null : new URL("jar:" + url + "!/" + name);
    } catch (MalformedURLException e) {
      return null;
    }
  }

  /** Without a connection for each. */
  @Override
  public @Nullable InputStream getResourceAsStream(String name) {
    try {
      byte[] content = read(name);
      return content == null ? super.getResourceAsStream(name) : new ByteArrayInputStream(content);
    } catch (IOException e) {
      return null;
    }
  }
}
