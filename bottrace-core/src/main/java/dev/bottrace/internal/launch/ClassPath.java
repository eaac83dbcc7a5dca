package dev.bottrace.internal.launch;

import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.nio.file.InvalidPathException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Locations in the order in which they are searched. What the manifest of a jar adds comes right
 * after that jar, and is looked at only once the search gets there. Safe for use by any number of
 * threads.
 */
final class ClassPath implements Closeable {
  private final List<Location> searched = new ArrayList<>();
  private final List<Location> pending = new ArrayList<>();
  private final Set<String> known = new HashSet<>();

  /**
   * Makes the path of a {@code -cp} value: elements that do not exist are passed over, {@code
   * dir/*} is all its jars.
   */
  static ClassPath of(String elements) {
    ClassPath path = new ClassPath();
    for (String element : expanded(elements)) {
      Location location = location(canonical(element.isEmpty() ? "." : element), false);
      if (location != null) {
        path.add(location);
      }
    }
    return path;
  }

  /** Returns the path by which {@code java} tells where code comes from. */
  static File canonical(String element) {
    File file = new File(element);
    try {
      return file.getCanonicalFile();
    } catch (IOException e) {
      return file;
    }
  }

  /**
   * Replaces wildcards, as the {@code java} launcher does for the property {@code java.class.path}.
   */
  static List<String> expanded(String elements) {
    List<String> expanded = new ArrayList<>();
    for (String element : elements.split(File.pathSeparator, -1)) {
      if (element.equals("*") || element.endsWith("/*") || element.endsWith(File.separator + "*")) {
        expanded.addAll(jarsIn(element.substring(0, element.length() - 1)));
      } else {
        expanded.add(element);
      }
    }
    return expanded;
  }

  private static List<String> jarsIn(String directory) {
    String[] names = new File(directory.isEmpty() ? "." : directory).list();
    List<String> jars = new ArrayList<>();
    for (String name : names == null ? new String[0] : names) {
      if (name.endsWith(".jar") || name.endsWith(".JAR")) {
        jars.add(directory + name);
      }
    }
    return jars;
  }

  /**
   * Returns the location of a path; null if it does not exist or can't be read, which {@code java}
   * passes over too.
   */
  static @Nullable Location location(File file, boolean own) {
    try {
      if (file.isDirectory()) {
        return new DirectoryLocation(file.getAbsoluteFile());
      }
      return file.exists() ? new JarLocation(file.getAbsoluteFile(), own) : null;
    } catch (IOException | InvalidPathException e) {
      return null;
    }
  }

  /** Returns the URL of a file. */
  static URL url(File file) throws IOException {
    if (File.separatorChar != '/') {
      return file.toPath().toUri().toURL();
    }
    String path = UrlPath.encoded(file.getPath());
    return new URL("file:" + (file.isDirectory() ? path + "/" : path));
  }

  /** Adds a location, unless it is there already. */
  synchronized void add(Location location) {
    if (known.add(location.url().toString())) {
      pending.add(location);
    }
  }

  /** Returns the locations that are known so far. */
  synchronized List<Location> all() {
    List<Location> all = new ArrayList<>(searched);
    all.addAll(pending);
    return all;
  }

  /** Returns a location by its place in the search; null behind the last one. */
  private synchronized @Nullable Location at(int index) {
    if (index == searched.size() && !pending.isEmpty()) {
      Location next = pending.remove(0);
      searched.add(next);
      int position = 0;
      for (Location further : next.further()) {
        if (known.add(further.url().toString())) {
          pending.add(position++, further);
        }
      }
    }
    return index < searched.size() ? searched.get(index) : null;
  }

  /** Finds the first location that has a resource, and the resource. */
  @Nullable Found find(String path) {
    Location location = at(0);
    for (int i = 1; location != null; i++) {
      Resource resource = location.find(path);
      if (resource != null) {
        return new Found(location, resource);
      }
      location = at(i);
    }
    return null;
  }

  /** Finds all resources of a name. */
  List<URL> findAll(String path) throws IOException {
    List<URL> urls = new ArrayList<>();
    Location location = at(0);
    for (int i = 1; location != null; i++) {
      Resource resource = location.find(path);
      if (resource != null) {
        urls.add(resource.url());
      }
      location = at(i);
    }
    return urls;
  }

  @Override
  public synchronized void close() throws IOException {
    for (Location location : searched) {
      location.close();
    }
    for (Location location : pending) {
      location.close();
    }
  }

  /**
   * A resource and where it was.
   *
   * @param location where
   * @param resource what
   */
  record Found(Location location, Resource resource) {}
}
