package dev.bottrace.internal.launch;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.util.List;
import java.util.Locale;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A directory of class files. */
final class DirectoryLocation implements Location {
  private final File directory;
  private final URL url;

  /**
   * Makes a location.
   *
   * @param directory its absolute path
   */
  DirectoryLocation(File directory) throws IOException {
    this.directory = directory;
    this.url = ClassPath.url(directory);
  }

  @Override
  public @Nullable Resource find(String path) {
    if (path.indexOf('\0') >= 0) {
      return null;
    }
    File file = new File(directory, path);
    if (!file.exists() || !isInside(file, path)) {
      return null;
    }
    return new Resource() {
      @Override
      public byte[] read() throws IOException {
        try (FileInputStream in = new FileInputStream(file)) {
          return in.readAllBytes();
        }
      }

      @Override
      public URL url() throws IOException {
        return new URL(DirectoryLocation.this.url, encoded(path));
      }
    };
  }

  /** Tells whether a path leads to a place in the directory, as opposed to one beside it. */
  private boolean isInside(File file, String path) {
    return !path.startsWith("/")
        && (!path.contains("..")
            || file.toPath().normalize().startsWith(directory.toPath().normalize()));
  }

  /** Encodes a name as it stands, with slashes and dots that the file system would not need. */
  private static String encoded(String path) throws IOException {
    try {
      String ascii = new URI(null, null, "/" + path, null).toASCIIString().substring(1);
      return Pattern.compile("%[0-9A-F]{2}") // the JDK writes them in small letters
          .matcher(ascii)
          .replaceAll(escape -> escape.group().toLowerCase(Locale.ROOT));
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
