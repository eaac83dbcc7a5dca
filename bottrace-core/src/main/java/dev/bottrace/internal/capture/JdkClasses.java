package dev.bottrace.internal.capture;

/** Tells classes of the JDK, whose code may run, from those of the program. */
final class JdkClasses {
  private JdkClasses() {}

  /** Asks for the module, not the loader: classes can be put on the boot class path. */
  static boolean contain(Class<?> type) {
    Module module = type.getModule();
    return module.isNamed() && module.getLayer() == ModuleLayer.boot() && isJdk(module.getName());
  }

  private static boolean isJdk(String module) {
    return module.startsWith("java.") || module.startsWith("jdk.");
  }

  /** Tells whether it is in the module that everything else rests on. */
  static boolean containInBase(Class<?> type) {
    return type.getModule() == Object.class.getModule();
  }
}
