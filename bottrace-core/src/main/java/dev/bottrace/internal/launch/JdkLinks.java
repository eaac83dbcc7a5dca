package dev.bottrace.internal.launch;

import dev.bottrace.internal.launch.JdkStandIns.LangAccess;
import dev.bottrace.internal.launch.JdkStandIns.SharedSecrets;
import dev.bottrace.internal.launch.JdkStandIns.Unsafe;
import dev.bottrace.internal.launch.JdkStandIns.UrlClassPath;

/**
 * Calls into the JDK that are linked as any other. Reflection and method handles would do, but they
 * cost more than all the rest of a start: each spins classes when it is first used.
 *
 * <p>To be used on the boot class path only, where {@link BootClassFile} has put the JDK's types in
 * place of their stand-ins.
 */
final class JdkLinks {
  /** As {@code java.lang.invoke.MethodHandleNatives} has it. */
  private static final int HIDDEN_CLASS = 2;

  private static final String CLASS_PATH = "ucp";

  private static final LangAccess ACCESS = access();
  private static final Unsafe UNSAFE = Unsafe.getUnsafe();

  private JdkLinks() {}

  private static LangAccess access() {
    if (JdkExport.isGiven()) {
      LangAccess access = SharedSecrets.getJavaLangAccess();
      JdkExport.exportAll(access);
      return access;
    }
    try {
      JdkExport.force();
      return SharedSecrets.getJavaLangAccess();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Lets reflection use what is linked here. */
  static void exportToReflection() {
    JdkExport.exportAll(ACCESS);
  }

  static void registerShutdownHook(int slot, Runnable hook) {
    ACCESS.registerShutdownHook(slot, false, hook);
  }

  static Class<?> defineHidden(Class<?> beside, String internalName, byte[] classFile) {
    return ACCESS.defineClass(
        beside.getClassLoader(),
        beside,
        internalName,
        classFile,
        beside.getProtectionDomain(),
        false,
        HIDDEN_CLASS,
        null);
  }

  /** Makes an object without running a constructor. */
  static <T> T allocate(Class<T> type) throws InstantiationException {
    return type.cast(UNSAFE.allocateInstance(type));
  }

  static UrlClassPath classPath(ClassLoader builtIn) {
    return (UrlClassPath) UNSAFE.getReference(builtIn, classPathOffset(builtIn));
  }

  static void setClassPath(ClassLoader builtIn, UrlClassPath classPath) {
    UNSAFE.putReference(builtIn, classPathOffset(builtIn), classPath);
  }

  private static long classPathOffset(ClassLoader builtIn) {
    return UNSAFE.objectFieldOffset(builtIn.getClass().getSuperclass(), CLASS_PATH);
  }
}
