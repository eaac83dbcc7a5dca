package dev.bottrace.internal.launch;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.net.URL;
import java.util.List;
import java.util.jar.Manifest;
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
        return new URL(DirectoryLocation.this.url + UrlPath.encoded(path));
      }
    };
  }

  /** Tells whether a path leads to a place in the directory, as opposed to one beside it. */
  private boolean isInside(File file, String path) {
    return !path.startsWith("/")
        && (!path.contains("..")
            || file.toPath().normalize().startsWith(directory.toPath().normalize()));
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
