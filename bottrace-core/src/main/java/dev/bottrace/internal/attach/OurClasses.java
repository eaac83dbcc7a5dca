package dev.bottrace.internal.attach;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Knows the classes of this library by their names. Loaded before any class is transformed, and
 * needs no other class: while one of ours is loaded, none can be loaded for it.
 */
final class OurClasses {
  private static final String OURS = "dev/bottrace/";
  private static final String ASM = "org/objectweb/asm/";
  private static final String[] PACKAGES = {
    "internal/",
    "runtime/",
    "option/",
    "trace/",
    "text/",
    "json/",
    "compact/",
    "assertj/",
    "junit/",
    "cli/",
    "shaded/",
    "boot/"
  };
  private static final ClassLoader LOADER = OurClasses.class.getClassLoader();

  /** Whether that loader is the agent's own, which has nobody else's classes. */
  private static final boolean ALONE =
      LOADER != null && LOADER.getClass().getName().startsWith("dev.bottrace.cli.");

  private OurClasses() {}

  /**
   * Tells whether a class is none that anybody could mean: ours, or of a program that is traced.
   */
  static boolean areBeyond(ClassLoader loader, String internalName) {
    return isOurs(internalName)
        || (loader == LOADER && (ALONE || internalName.startsWith(ASM)))
        || isOfProgram(loader);
  }

  /** Tells whether a loader is that of a program that is traced in this JVM, or was. */
  static boolean isOfProgram(@Nullable ClassLoader loader) {
    return loader instanceof Supplier && loader.getClass().getName().startsWith("dev.bottrace.");
  }

  private static boolean isOurs(String internalName) {
    if (!internalName.startsWith(OURS)) {
      return false;
    }
    for (String ours : PACKAGES) {
      if (internalName.startsWith(ours, OURS.length())) {
        return true;
      }
    }
    return internalName.indexOf('/', OURS.length()) < 0;
  }
}
