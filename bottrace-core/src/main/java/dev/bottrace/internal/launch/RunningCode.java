package dev.bottrace.internal.launch;

import dev.bottrace.internal.instrument.Border.Origin;
import java.io.IOException;
import java.net.URL;
import java.security.ProtectionDomain;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Whose code is whose in a JVM that somebody else has started, told by where it comes from. Keeps
 * no file open. Immutable.
 */
public final class RunningCode {
  private final Set<String> ownJars;

  private RunningCode(Set<String> ownJars) {
    this.ownJars = ownJars;
  }

  /**
   * Looks at what this JVM was started with.
   *
   * @return what was found
   */
  public static RunningCode find() {
    try (ClassPath classPath = RunningProgram.find().classPath()) {
      return new RunningCode(
          classPath.all().stream()
              .filter(Location::own)
              .map(location -> location.url().toString())
              .collect(Collectors.toUnmodifiableSet()));
    } catch (IOException e) {
      return new RunningCode(Set.of());
    }
  }

  /**
   * Tells whether a class may be the program's own, before its bytes are known.
   *
   * @param internalName its name, with slashes
   * @param domain says where it comes from
   * @return false if it is of the JDK or of a library
   */
  public boolean mayBeOwn(String internalName, @Nullable ProtectionDomain domain) {
    if (OtherLoaders.isMadeByJdk(internalName) || CodeOrigin.isJdk(domain)) {
      return false;
    }
    URL url = CodeOrigin.location(domain);
    return url == null || isOwn(url.toString());
  }

  /**
   * Tells whether a class is the program's own.
   *
   * @param internalName its name, with slashes
   * @param domain says where it comes from
   * @param classFile its bytes
   * @return false if it is of the JDK, of a library, or made up by one
   */
  public boolean isOwn(String internalName, @Nullable ProtectionDomain domain, byte[] classFile) {
    return mayBeOwn(internalName, domain) && CodeOrigin.hasLines(classFile);
  }

  private boolean isOwn(String url) {
    return ownJars.contains(url) || !CodeOrigin.isArchive(url);
  }

  /**
   * Tells where a class comes from that others call. Loads none. What the system class loader does
   * not see is taken for a library's.
   *
   * @param internalName its name, with slashes
   * @return what it is a part of
   */
  public Origin origin(String internalName) {
    String path = internalName + ".class";
    if (CodeOrigin.isOfJdk(path)) {
      return Origin.ELSEWHERE;
    }
    URL found = ClassLoader.getSystemResource(path);
    if (found == null) {
      return Origin.LIBRARY;
    }
    String place = found.toString();
    int entry = place.indexOf("!/");
    boolean own =
        entry < 0
            ? !CodeOrigin.isArchive(place.substring(0, place.length() - path.length()))
            : ownJars.contains(place.substring(place.indexOf(':') + 1, entry));
    return own ? Origin.OWN : Origin.LIBRARY;
  }
}
