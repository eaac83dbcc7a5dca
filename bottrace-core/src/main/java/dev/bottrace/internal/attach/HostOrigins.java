package dev.bottrace.internal.attach;

import dev.bottrace.internal.instrument.Border.Origin;
import java.net.URL;

/** Where the classes come from that a host's classes call. */
final class HostOrigins {
  private HostOrigins() {}

  /**
   * Looks for a class file. What the system class loader does not see is taken for a library's.
   *
   * @param internalName of the class, with slashes
   */
  static Origin of(String internalName) {
    String path = internalName + ".class";
    if (internalName.startsWith("java/")
        || ClassLoader.getPlatformClassLoader().getResource(path) != null) {
      return Origin.ELSEWHERE;
    }
    URL found = ClassLoader.getSystemResource(path);
    return found != null && found.getProtocol().equals("file") ? Origin.OWN : Origin.LIBRARY;
  }
}
