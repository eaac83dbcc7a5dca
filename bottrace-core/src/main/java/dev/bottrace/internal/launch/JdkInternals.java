package dev.bottrace.internal.launch;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.security.ProtectionDomain;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What no exported API of the JDK offers, from {@code jdk.internal.access}. The manifest of the
 * command line's jar exports that package; elsewhere, and should a JDK come without it, each method
 * says that it could not, and callers do without.
 */
final class JdkInternals {
  /** The last place in the JVM's sequence of shutdown: the program's own hooks come in place 1. */
  private static final int LAST_HOOK = 9;

  /** As {@code java.lang.invoke.MethodHandleNatives} has it. */
  private static final int HIDDEN_CLASS = 2;

  /** Whether the JDK's methods can be called directly. */
  private static final boolean LINKED = JdkInternals.class.getClassLoader() == null;

  private JdkInternals() {}

  /** By reflection, which is made ready only when it is needed. */
  private static final class Access {
    private static final @Nullable Object INSTANCE = instance();

    private static @Nullable Object instance() {
      if (LINKED) {
        JdkLinks.exportToReflection();
      }
      try {
        return Class.forName("jdk.internal.access.SharedSecrets")
            .getMethod("getJavaLangAccess")
            .invoke(null);
      } catch (ReflectiveOperationException | RuntimeException e) {
        return null;
      }
    }
  }

  /** Runs something when all shutdown hooks of the program have ended. */
  static boolean afterShutdownHooks(Runnable action) {
    if (LINKED) {
      JdkLinks.registerShutdownHook(LAST_HOOK, action);
      return true;
    }
    return call("registerShutdownHook", LAST_HOOK, false, action) != null;
  }

  /** Defines a class in the boot loader; returns null if that is not possible. */
  static @Nullable Class<?> defineInBootLoader(String name, byte[] classFile) {
    Object[] arguments = {null, name, classFile, null, null};
    Class<?>[] types = {
      ClassLoader.class, String.class, byte[].class, ProtectionDomain.class, String.class
    };
    return (Class<?>) call("defineClass", types, arguments);
  }

  /**
   * Defines a hidden class beside another one; returns null if that is not possible. A lookup can't
   * do that from another module.
   */
  static @Nullable Class<?> defineHidden(Class<?> beside, String internalName, byte[] classFile) {
    if (LINKED) {
      return JdkLinks.defineHidden(beside, internalName, classFile);
    }
    Object[] arguments = {
      beside.getClassLoader(),
      beside,
      internalName,
      classFile,
      beside.getProtectionDomain(),
      false,
      HIDDEN_CLASS,
      null
    };
    Class<?>[] types = {
      ClassLoader.class,
      Class.class,
      String.class,
      byte[].class,
      ProtectionDomain.class,
      boolean.class,
      int.class,
      Object.class
    };
    return (Class<?>) call("defineClass", types, arguments);
  }

  /** Makes an object of a class with a public constructor that does nothing. */
  static Object newInstance(Class<?> type) throws ReflectiveOperationException {
    return LINKED ? JdkLinks.allocate(type) : type.getConstructor().newInstance();
  }

  /**
   * Lets services of the JDK's modules be found through a loader, as through the application class
   * loader.
   */
  static boolean bindBootLayer(ClassLoader loader) {
    return call("bindToLoader", ModuleLayer.boot(), loader) != null;
  }

  /**
   * Gives a loader the name by which the JVM's own messages call it, such as those of a {@link
   * ClassCastException}. To be called before the JVM has seen the loader.
   */
  static boolean nameLoader(ClassLoader loader, String nameAndId) {
    try {
      Object unsafe = unsafe();
      Class<?> type = unsafe.getClass();
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      MethodHandle offsetOf =
          lookup.findVirtual(
              type,
              "objectFieldOffset",
              MethodType.methodType(long.class, Class.class, String.class));
      MethodHandle put =
          lookup.findVirtual(
              type,
              "putReference",
              MethodType.methodType(void.class, Object.class, long.class, Object.class));
      long offset = (long) offsetOf.invoke(unsafe, ClassLoader.class, "nameAndId");
      put.invoke(unsafe, (Object) loader, offset, (Object) nameAndId);
      return true;
    } catch (Throwable e) { // of a method handle
      return false;
    }
  }

  /**
   * Returns the JDK's own {@code Unsafe}. Not by Method.invoke: it reads annotations of these
   * methods, and the proxy classes that stand for them would shift the names of the program's own.
   */
  private static Object unsafe() throws Throwable { // of a method handle
    Module base = Object.class.getModule();
    call("addExports", base, "jdk.internal.misc", JdkInternals.class.getModule());
    Class<?> type = Class.forName("jdk.internal.misc.Unsafe");
    return MethodHandles.lookup()
        .findStatic(type, "getUnsafe", MethodType.methodType(type))
        .invoke();
  }

  /** Lets our own classes call the public methods of the JDK's. */
  static void exportToUs(String packageName) {
    call("addExports", Object.class.getModule(), packageName, JdkInternals.class.getModule());
  }

  /** Lets our own classes read the fields of the JDK's. */
  static void openToUs(String packageName) {
    call("addOpens", Object.class.getModule(), packageName, JdkInternals.class.getModule());
  }

  /** Returns a test for classes whose static initialiser has not run; null if there is none. */
  static @Nullable MethodHandle shouldBeInitialized() {
    try {
      Object unsafe = unsafe();
      return MethodHandles.lookup()
          .findVirtual(
              unsafe.getClass(),
              "shouldBeInitialized",
              MethodType.methodType(boolean.class, Class.class))
          .bindTo(unsafe);
    } catch (Throwable e) { // of a method handle
      return shouldBeInitializedByUnsupported();
    }
  }

  /** JDK 17 to 21 have the same test where every module may use it. */
  private static @Nullable MethodHandle shouldBeInitializedByUnsupported() {
    try {
      Class<?> type = Class.forName("sun.misc.Unsafe");
      Field unsafe = type.getDeclaredField("theUnsafe");
      unsafe.setAccessible(true);
      return MethodHandles.lookup()
          .findVirtual(
              type, "shouldBeInitialized", MethodType.methodType(boolean.class, Class.class))
          .bindTo(unsafe.get(null));
    } catch (ReflectiveOperationException | RuntimeException e) {
      return null;
    }
  }

  /**
   * Loads an agent as the {@code java} launcher does for the jar that it starts; returns false if
   * that is not possible.
   */
  static boolean loadLauncherAgent(String jar) {
    try {
      return loadedLauncherAgent(jar);
    } catch (Throwable e) { // of a method handle
      return false;
    }
  }

  /**
   * Loads an agent as {@link #loadLauncherAgent} does; returns false if the JVM has no module for
   * that.
   *
   * @throws Throwable what is wrong with the agent, or left it
   */
  static boolean loadedLauncherAgent(String jar) throws Throwable {
    Module agents = ModuleLayer.boot().findModule("java.instrument").orElse(null);
    if (agents == null) {
      return false;
    }
    call("addExports", agents, "sun.instrument", JdkInternals.class.getModule());
    Class<?> type = Class.forName("sun.instrument.InstrumentationImpl", false, null);
    MethodHandles.lookup()
        .findStatic(type, "loadAgent", MethodType.methodType(void.class, String.class))
        .invoke(jar);
    return true;
  }

  static boolean exportToAll(Module module, String packageName) {
    return call("addExportsToAllUnnamed", module, packageName) != null;
  }

  static boolean openToAll(Module module, String packageName) {
    return call("addOpensToAllUnnamed", module, packageName) != null;
  }

  static boolean enableNativeAccess() {
    return call("addEnableNativeAccessToAllUnnamed") != null;
  }

  private static @Nullable Object call(String name, Object... arguments) {
    for (Method method : Access.INSTANCE == null ? new Method[0] : accessMethods()) {
      if (method.getName().equals(name) && fits(method.getParameterTypes(), arguments)) {
        return invoke(method, arguments);
      }
    }
    return null;
  }

  private static @Nullable Object call(
      String name, Class<?>[] types, @Nullable Object[] arguments) {
    for (Method method : Access.INSTANCE == null ? new Method[0] : accessMethods()) {
      if (method.getName().equals(name) && Arrays.equals(method.getParameterTypes(), types)) {
        return invoke(method, arguments);
      }
    }
    return null;
  }

  private static Method[] accessMethods() {
    try {
      return Class.forName("jdk.internal.access.JavaLangAccess").getMethods();
    } catch (ClassNotFoundException e) {
      return new Method[0];
    }
  }

  private static boolean fits(Class<?>[] types, Object[] arguments) {
    if (types.length != arguments.length) {
      return false;
    }
    for (int i = 0; i < types.length; i++) {
      Class<?> type = types[i];
      Object argument = arguments[i];
      boolean fits =
          type == int.class
              ? argument instanceof Integer
              : type == boolean.class ? argument instanceof Boolean : type.isInstance(argument);
      if (!fits) {
        return false;
      }
    }
    return true;
  }

  /**
   * Returns what the method returned, {@code true} if that is nothing, null if it could not be
   * called.
   */
  private static @Nullable Object invoke(Method method, @Nullable Object[] arguments) {
    try {
      Object result = method.invoke(Access.INSTANCE, arguments);
      return method.getReturnType() == void.class ? true : result;
    } catch (IllegalAccessException | InvocationTargetException | RuntimeException e) {
      return null;
    }
  }
}
