package dev.bottrace.internal.launch;

import java.lang.instrument.Instrumentation;
import java.lang.reflect.Method;
import java.security.ProtectionDomain;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Defines a class in the boot loader, by means of an agent. That takes a package which the JDK
 * exports to nobody; so it is exported to a loader that is made for this alone, and has one class.
 */
final class BootDefiner extends ClassLoader {
  private static final String ACCESS = "jdk.internal.access";

  private BootDefiner() {
    super("bottrace-boot", null);
  }

  /** Defines a class. */
  static Class<?> define(String name, byte[] classFile, Instrumentation instrumentation)
      throws ReflectiveOperationException {
    BootDefiner loader = new BootDefiner();
    Module ofOne = loader.getUnnamedModule();
    instrumentation.redefineModule(
        Object.class.getModule(),
        Set.of(),
        Map.of(ACCESS, Set.of(ofOne)),
        Map.of(),
        Set.of(),
        Map.of());
    String caller = Caller.class.getName();
    byte[] own = BootDefinition.bytes(caller, BootDefinition.ownLoader());
    if (own == null) {
      throw new ClassNotFoundException(caller);
    }
    Class<?> copy = loader.defineClass(caller, own, 0, own.length);
    Method define = copy.getMethod("define", String.class, byte[].class);
    return (Class<?>) define.invoke(null, name, classFile);
  }

  /** Calls the JDK. */
  public static final class Caller {
    private Caller() {}

    /**
     * Defines a class.
     *
     * @param name binary name
     * @param classFile its bytes
     * @return the class
     * @throws ReflectiveOperationException if the JDK does not allow it
     */
    public static @Nullable Object define(String name, byte[] classFile)
        throws ReflectiveOperationException {
      Object access =
          Class.forName(ACCESS + ".SharedSecrets").getMethod("getJavaLangAccess").invoke(null);
      return Class.forName(ACCESS + ".JavaLangAccess")
          .getMethod(
              "defineClass",
              ClassLoader.class,
              String.class,
              byte[].class,
              ProtectionDomain.class,
              String.class)
          .invoke(access, null, name, classFile, null, null);
    }
  }
}
