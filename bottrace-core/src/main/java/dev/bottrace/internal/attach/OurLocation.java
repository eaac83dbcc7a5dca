package dev.bottrace.internal.attach;

import java.net.URL;
import java.security.CodeSource;
import java.security.ProtectionDomain;
import org.jspecify.annotations.Nullable;

/** Where classes come from: ours, and those that are a host's own. */
final class OurLocation {
  private static final @Nullable URL OURS = location(OurLocation.class.getProtectionDomain());

  private OurLocation() {}

  /** Tells whether a class is the host's own code: it comes from a directory, and not a jar. */
  static boolean isOwn(@Nullable ProtectionDomain domain) {
    URL location = location(domain);
    return location != null
        && location.getProtocol().equals("file")
        && location.getPath().endsWith("/");
  }

  /** Returns a path for messages: that of our jar, or what it is called. */
  static String jar() {
    String path = OURS == null ? "" : OURS.getPath();
    return path.endsWith(".jar") ? path : "bottrace-core.jar";
  }

  private static @Nullable URL location(@Nullable ProtectionDomain domain) {
    CodeSource source = domain == null ? null : domain.getCodeSource();
    return source == null ? null : source.getLocation();
  }
}
