package dev.bottrace.internal.launch;

import dev.bottrace.internal.launch.JdkStandIns.LangAccess;
import dev.bottrace.internal.launch.JdkStandIns.OpenUnsafe;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Lets our classes on the boot class path call {@code jdk.internal.access}. From JDK 24 on the
 * launcher script says so by an option. On older ones that option would take a fifth of a start of
 * {@code java}, while {@code sun.misc.Unsafe} does not warn yet.
 */
final class JdkExport {
  private static final String ACCESS = "jdk.internal.access";

  /** The packages of the types that {@link JdkStandIns} stands for. */
  private static final String[] PACKAGES = {ACCESS, "jdk.internal.misc", "jdk.internal.loader"};

  private JdkExport() {}

  /** Tells whether the option was given. */
  static boolean isGiven() {
    return Object.class.getModule().isExported(ACCESS, JdkExport.class.getModule());
  }

  /** Exports all packages, for links; reflection does not take notice of it. */
  static void force() throws ReflectiveOperationException {
    Module base = Object.class.getModule();
    Module ours = JdkExport.class.getModule();
    Field theUnsafe = Class.forName("sun.misc.Unsafe").getDeclaredField("theUnsafe");
    theUnsafe.setAccessible(true);
    OpenUnsafe unsafe = (OpenUnsafe) theUnsafe.get(null);
    Method export =
        Module.class.getDeclaredMethod("addExports0", Module.class, String.class, Module.class);
    long override = unsafe.objectFieldOffset(LikeAccessible.class.getDeclaredField("override"));
    unsafe.putBoolean(export, override, true);
    for (String name : PACKAGES) {
      export.invoke(null, base, name, ours);
    }
  }

  /** Exports all packages by means of an agent. */
  static void give(Instrumentation instrumentation) {
    Set<Module> ours = Set.of(JdkExport.class.getModule());
    Map<String, Set<Module>> exports = new HashMap<>();
    for (String name : PACKAGES) {
      exports.put(name, ours);
    }
    instrumentation.redefineModule(
        Object.class.getModule(), Set.of(), exports, Map.of(), Set.of(), Map.of());
  }

  /** Exports all packages, once one is. */
  static void exportAll(LangAccess access) {
    for (String name : PACKAGES) {
      access.addExports(Object.class.getModule(), name, JdkExport.class.getModule());
    }
  }

  /** Has its fields where {@link java.lang.reflect.AccessibleObject} has them. */
  @SuppressWarnings({"unused", "UnusedVariable", "NullAway"})
  private static class LikeAccessible {
    boolean override;
    volatile Object accessCheckCache;
  }
}
