package dev.bottrace.internal.attach;

import dev.bottrace.internal.instrument.Border.Origin;
import dev.bottrace.internal.launch.RunningCode;
import java.security.ProtectionDomain;
import org.jspecify.annotations.Nullable;

/**
 * The code of a program that somebody else records: as for an agent from the program's start, the
 * jar with the main class is its own, too.
 *
 * @param code what the JVM was started with
 */
record AttachedCode(RunningCode code) implements OwnCode {
  private static final ClassLoader PLATFORM = ClassLoader.getPlatformClassLoader();

  @Override
  public boolean mayBeOwn(Class<?> type) {
    ClassLoader loader = type.getClassLoader();
    String internalName = HostClasses.internalName(type);
    return loader != null
        && loader != PLATFORM
        && !OurClasses.areBeyond(loader, internalName)
        && code.mayBeOwn(internalName, type.getProtectionDomain());
  }

  @Override
  public boolean isOwn(String internalName, @Nullable ProtectionDomain domain, byte[] classFile) {
    return code.isOwn(internalName, domain, classFile);
  }

  @Override
  public Origin origin(String internalName) {
    return code.origin(internalName);
  }
}
