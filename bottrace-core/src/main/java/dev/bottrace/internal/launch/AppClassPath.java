package dev.bottrace.internal.launch;

import dev.bottrace.internal.launch.ClassPath.Found;
import dev.bottrace.internal.launch.JdkStandIns.LoaderResource;
import dev.bottrace.internal.launch.JdkStandIns.UrlClassPath;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.ByteBuffer;
import java.security.CodeSigner;
import java.util.Collections;
import java.util.Enumeration;
import java.util.jar.Manifest;
import org.jspecify.annotations.Nullable;

/**
 * The class path of a program in the form in which the JDK's application class loader asks for it:
 * what comes out as a class has its probes. The methods are there in the shapes of all releases.
 */
final class AppClassPath extends UrlClassPath {
  private static final String CLASS_FILE = ".class";

  @SuppressWarnings("NullAway") // set by of, which runs no constructor: they differ by release
  private LoadedProgram program;

  private AppClassPath() {}

  static AppClassPath of(LoadedProgram program) {
    try {
      AppClassPath path = JdkLinks.allocate(AppClassPath.class);
      path.program = program;
      return path;
    } catch (InstantiationException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void addFile(String path) {
    Location location = ClassPath.location(new File(path), false);
    if (location != null) {
      program.classPath().add(location);
    }
  }

  @Override
  public URL[] getURLs() {
    return program.classPath().all().stream().map(Location::url).toArray(URL[]::new);
  }

  @Override
  public @Nullable LoaderResource getResource(String name) {
    Found found = program.classPath().find(name);
    return found == null ? null : new FoundResource(name, found, program);
  }

  @Override
  public @Nullable LoaderResource getResource(String name, boolean check) {
    return getResource(name);
  }

  @Override
  public @Nullable URL findResource(String name) {
    try {
      Found found = program.classPath().find(name);
      return found == null ? null : found.resource().url();
    } catch (IOException e) {
      return null;
    }
  }

  @Override
  public @Nullable URL findResource(String name, boolean check) {
    return findResource(name);
  }

  @Override
  public Enumeration<URL> findResources(String name) {
    try {
      return Collections.enumeration(program.classPath().findAll(name));
    } catch (IOException e) {
      return Collections.emptyEnumeration();
    }
  }

  @Override
  public Enumeration<URL> findResources(String name, boolean check) {
    return findResources(name);
  }

  /** Something on the class path; read once. */
  private static final class FoundResource extends LoaderResource {
    private final String name;
    private final Found found;
    private final LoadedProgram program;

    FoundResource(String name, Found found, LoadedProgram program) {
      this.name = name;
      this.found = found;
      this.program = program;
    }

    @Override
    public @Nullable ByteBuffer getByteBuffer() {
      return null; // there are bytes
    }

    @Override
    public byte[] getBytes() throws IOException {
      byte[] bytes = read();
      if (!name.endsWith(CLASS_FILE)) {
        return bytes;
      }
      String className = name.substring(0, name.length() - CLASS_FILE.length()).replace('/', '.');
      return program.instrument(className, bytes, found.location().own()).classFile();
    }

    /** A jar may be damaged, or a signature not be that of what it signs. */
    private byte[] read() throws IOException {
      try {
        return found.resource().read();
      } catch (IOException | SecurityException e) {
        LoaderFrames.hideOurs(e);
        throw e;
      }
    }

    @Override
    public String getName() {
      return name;
    }

    @Override
    @SuppressWarnings("NullAway") // as the JDK's own, where a URL can't be made
    public URL getURL() {
      try {
        return found.resource().url();
      } catch (IOException e) {
        return null;
      }
    }

    @Override
    public URL getCodeSourceURL() {
      return found.location().url();
    }

    @Override
    public InputStream getInputStream() throws IOException {
      return new ByteArrayInputStream(found.resource().read());
    }

    @Override
    public int getContentLength() {
      return -1;
    }

    @Override
    public @Nullable Manifest getManifest() {
      return found.location().manifest();
    }

    @Override
    public CodeSigner @Nullable [] getCodeSigners() {
      return found.resource().signers();
    }
  }
}
