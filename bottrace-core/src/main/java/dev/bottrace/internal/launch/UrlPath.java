package dev.bottrace.internal.launch;

import java.nio.charset.StandardCharsets;

/** Paths as they stand in URLs: the JDK's loaders escape more than {@link java.net.URI} would. */
final class UrlPath {
  private static final String UNESCAPED = "/.-_~!@$&'()+,*:";

  private static final String HEX = "0123456789abcdef";

  private UrlPath() {}

  /** Tells whether a path is the same in a URL. */
  static boolean isPlain(String path) {
    for (int i = 0; i < path.length(); i++) {
      if (!isUnescaped(path.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /**
   * Escapes a path.
   *
   * @param path with slashes between its names
   */
  static String encoded(String path) {
    if (isPlain(path)) {
      return path;
    }
    StringBuilder encoded = new StringBuilder(path.length() + 16);
    for (byte unit : path.getBytes(StandardCharsets.UTF_8)) {
      if (isUnescaped((char) unit)) {
        encoded.append((char) unit);
      } else {
        encoded.append('%').append(HEX.charAt(unit >> 4 & 15)).append(HEX.charAt(unit & 15));
      }
    }
    return encoded.toString();
  }

  private static boolean isUnescaped(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || UNESCAPED.indexOf(c) >= 0;
  }
}
