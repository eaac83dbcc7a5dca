package dev.bottrace.internal.attach;

import dev.bottrace.internal.instrument.Border.Origin;
import java.net.URL;
import java.security.ProtectionDomain;
import org.jspecify.annotations.Nullable;

/** Whose code is whose in this JVM: what is recorded where no prefix says so. */
interface OwnCode {
  /** Of a host that records itself: what comes from directories. */
  OwnCode OF_HOST = new OfHost();

  /** Tells whether a loaded class may be the program's own. */
  boolean mayBeOwn(Class<?> type);

  /** Tells whether a class is the program's own. */
  boolean isOwn(String internalName, @Nullable ProtectionDomain domain, byte[] classFile);

  /** Tells where a class comes from that others call; loads none. */
  Origin origin(String internalName);

  /** See {@link #OF_HOST}. */
  final class OfHost implements OwnCode {
    private OfHost() {}

    @Override
    public boolean mayBeOwn(Class<?> type) {
      return OurLocation.isOwn(type.getProtectionDomain());
    }

    @Override
    public boolean isOwn(String internalName, @Nullable ProtectionDomain domain, byte[] classFile) {
      return OurLocation.isOwn(domain);
    }

    /** What the system class loader does not see is taken for a library's. */
    @Override
    public Origin origin(String internalName) {
      String path = internalName + ".class";
      if (internalName.startsWith("java/")
          || ClassLoader.getPlatformClassLoader().getResource(path) != null) {
        return Origin.ELSEWHERE;
      }
      URL found = ClassLoader.getSystemResource(path);
      return found != null && found.getProtocol().equals("file") ? Origin.OWN : Origin.LIBRARY;
    }
  }
}
