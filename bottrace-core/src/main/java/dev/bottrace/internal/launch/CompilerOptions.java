package dev.bottrace.internal.launch;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Options of a JVM that its compiler needs too: those that say which modules there are, and what
 * they show.
 */
final class CompilerOptions {
  private static final Set<String> PASSED_ON =
      Set.of(
          "--add-exports",
          "--add-modules",
          "--limit-modules",
          "--module-path",
          "--patch-module",
          "--upgrade-module-path");

  private static final String PREVIEW = "--enable-preview";

  /** For ourselves, from the launcher. */
  private static final String OURS = "--add-exports=java.base/jdk.internal.access=ALL-UNNAMED";

  private CompilerOptions() {}

  /** Asks the JVM itself, as the launcher of the JDK does: the bean for it takes long to start. */
  static List<String> ofThisJvm() {
    try {
      JdkInternals.exportToUs("jdk.internal.misc");
      Class<?> jvm = Class.forName("jdk.internal.misc.VM");
      return of(List.of((String[]) jvm.getMethod("getRuntimeArguments").invoke(null)));
    } catch (ReflectiveOperationException | RuntimeException e) {
      return List.of(); // then the compiler gets none
    }
  }

  private static List<String> of(List<String> jvmOptions) {
    List<String> options = new ArrayList<>();
    for (String option : jvmOptions) {
      int equals = option.indexOf('=');
      if (option.equals(PREVIEW)) {
        options.addAll(List.of(PREVIEW, "--source", Integer.toString(Runtime.version().feature())));
      } else if (equals > 0
          && PASSED_ON.contains(option.substring(0, equals))
          && !option.equals(OURS)
          && !option.equals("--add-modules=ALL-DEFAULT")) {
        options.add(option);
      }
    }
    return options;
  }
}
