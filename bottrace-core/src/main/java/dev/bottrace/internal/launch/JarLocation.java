package dev.bottrace.internal.launch;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.security.CodeSigner;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** A jar, multi-release and signed ones included. */
final class JarLocation implements Location {
  private static final Attributes.Name PACKED = new Attributes.Name("Spring-Boot-Classes");

  private final JarFile jar;
  private final URL url;
  private volatile boolean own;

  JarLocation(File file, boolean own) throws IOException {
    this.jar = new JarFile(file, true, ZipFile.OPEN_READ, JarFile.runtimeVersion());
    this.url = ClassPath.url(file);
    this.own = own && !packsProgram();
  }

  /**
   * Tells whether the program is packed inside, as Spring Boot does that, and what else is here
   * just loads it.
   */
  private boolean packsProgram() {
    Manifest manifest = manifest();
    return manifest != null && manifest.getMainAttributes().containsKey(PACKED);
  }

  @Override
  public @Nullable Resource find(String path) {
    JarEntry entry = jar.getJarEntry(path);
    if (entry == null) {
      return null;
    }
    return new Entry(entry, jar.isMultiRelease() ? entry.getRealName() : path);
  }

  @Override
  public URL url() {
    return url;
  }

  @Override
  public boolean own() {
    return own;
  }

  @Override
  public void makeOwn() {
    own = !packsProgram();
  }

  @Override
  public @Nullable Manifest manifest() {
    try {
      return jar.getManifest();
    } catch (IOException e) {
      return null;
    }
  }

  /**
   * Returns what {@code Class-Path} names: URLs relative to this jar, apart from what is not there,
   * as {@code java} does.
   */
  @Override
  public List<Location> further() {
    Manifest manifest = manifest();
    String classPath =
        manifest == null ? null : manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
    List<Location> further = new ArrayList<>();
    for (String element : classPath == null ? new String[0] : classPath.trim().split("\\s+")) {
      Location location = element.isEmpty() ? null : relative(element);
      if (location != null) {
        further.add(location);
      }
    }
    return further;
  }

  private @Nullable Location relative(String element) {
    try {
      URI target = new URL(url, element).toURI();
      return "file".equals(target.getScheme()) ? ClassPath.location(new File(target), false) : null;
    } catch (MalformedURLException | URISyntaxException | IllegalArgumentException e) {
      return null;
    }
  }

  @Override
  public void close() throws IOException {
    jar.close();
  }

  private final class Entry implements Resource {
    private final JarEntry entry;
    private final String name;

    Entry(JarEntry entry, String name) {
      this.entry = entry;
      this.name = name;
    }

    @Override
    public byte[] read() throws IOException {
      try (InputStream in = jar.getInputStream(entry)) {
        return in.readAllBytes();
      }
    }

    @Override
    public URL url() throws IOException {
      return new URL("jar:" + url + "!/" + UrlPath.encoded(name));
    }

    @Override
    public CodeSigner @Nullable [] signers() {
      return entry.getCodeSigners();
    }
  }
}
