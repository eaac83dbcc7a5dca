package dev.bottrace.internal.launch;

import java.io.Closeable;
import java.io.IOException;
import java.net.URL;
import java.util.List;
import java.util.jar.Manifest;
import org.jspecify.annotations.Nullable;

/** A place that classes and other resources come from: one element of a class path. */
interface Location extends Closeable {
  /** Returns a resource by its path with slashes; null if it is not here. */
  @Nullable Resource find(String path);

  /** Returns where code from here says that it comes from. */
  URL url();

  /** Tells whether this is the program's own code, as opposed to a library's. */
  boolean own();

  /** Says that this is the program's own code: its main class is here. */
  default void makeOwn() {}

  /** Returns the manifest that describes packages from here; null if there is none. */
  @Nullable Manifest manifest();

  /** Returns the locations that this one brings along, in order. */
  List<Location> further();

  @Override
  default void close() throws IOException {}
}
