package dev.bottrace.internal.launch;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.util.List;
import java.util.Map;
import java.util.jar.Manifest;
import org.jspecify.annotations.Nullable;

/** Classes that were compiled into memory. */
final class MemoryLocation implements Location {
  private final Map<String, byte[]> classFiles;
  private final URL source;

  /**
   * Makes a location.
   *
   * @param classFiles by path, as in {@code com/acme/App.class}
   * @param source the source file
   */
  MemoryLocation(Map<String, byte[]> classFiles, URL source) {
    this.classFiles = Map.copyOf(classFiles);
    this.source = source;
  }

  @Override
  public @Nullable Resource find(String path) {
    byte[] classFile = classFiles.get(path);
    if (classFile == null) {
      return null;
    }
    return new Resource() {
      @Override
      public byte[] read() {
        return classFile;
      }

      @Override
      public URL url() throws java.io.IOException {
        return new URL("memory", "", -1, "/" + path, new BytesHandler(classFile));
      }
    };
  }

  @Override
  public URL url() {
    return source;
  }

  @Override
  public boolean own() {
    return true;
  }

  @Override
  public @Nullable Manifest manifest() {
    return null;
  }

  @Override
  public List<Location> further() {
    return List.of();
  }

  private static final class BytesHandler extends URLStreamHandler {
    private final byte[] bytes;

    BytesHandler(byte[] bytes) {
      this.bytes = bytes;
    }

    @Override
    protected URLConnection openConnection(URL url) {
      return new URLConnection(url) {
        @Override
        public void connect() {
          connected = true;
        }

        @Override
        public InputStream getInputStream() {
          return new ByteArrayInputStream(bytes);
        }
      };
    }
  }
}
