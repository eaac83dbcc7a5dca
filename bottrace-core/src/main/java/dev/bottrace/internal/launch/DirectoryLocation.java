package dev.bottrace.internal.launch;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Manifest;
import org.jspecify.annotations.Nullable;

/** A directory of class files. */
final class DirectoryLocation implements Location {
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
        String url = file.toUri().toString(); // ends in a slash if it is a directory
        boolean slash = url.endsWith("/") && !path.endsWith("/") && !path.isEmpty();
        return new URL(slash ? url.substring(0, url.length() - 1) : url);
      }
    };
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
