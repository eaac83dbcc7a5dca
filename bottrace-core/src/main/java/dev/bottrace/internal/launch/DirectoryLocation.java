package dev.bottrace.internal.launch;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A directory of class files. */
final class DirectoryLocation implements Location {
  /** The JDK writes them in small letters. */
  private static final Pattern ESCAPE = Pattern.compile("%[0-9A-F]{2}");

  private final Path directory;
  private final URL url;

  DirectoryLocation(Path directory) throws IOException {
    this.directory = directory;
    this.url = directory.toUri().toURL();
  }

  @Override
  public @Nullable Resource find(String path) {
    if (path.indexOf('\0') >= 0) {
      return null;
    }
    Path file = directory.resolve(path).normalize();
    if (!file.startsWith(directory.normalize()) || !Files.exists(file)) {
      return null;
    }
    return new Resource() {
      @Override
      public byte[] read() throws IOException {
        return Files.readAllBytes(file);
      }

      @Override
      public URL url() throws IOException {
        return new URL(DirectoryLocation.this.url, encoded(path));
      }
    };
  }

  /** Encodes a name as it stands, with slashes and dots that the file system would not need. */
  private static String encoded(String path) throws IOException {
    try {
      String ascii = new URI(null, null, "/" + path, null).toASCIIString().substring(1);
      return ESCAPE.matcher(ascii).replaceAll(escape -> escape.group().toLowerCase(Locale.ROOT));
    } catch (URISyntaxException e) {
      throw new IOException(e);
    }
  }

  @Override
  public URL url() {
    return url;
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
}
