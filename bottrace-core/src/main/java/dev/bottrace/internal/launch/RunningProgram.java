package dev.bottrace.internal.launch;

import java.io.File;
import java.lang.module.ModuleReference;
import java.lang.module.ResolvedModule;
import java.net.URI;
import java.util.Optional;
import java.util.jar.Attributes;
import org.jspecify.annotations.Nullable;

/**
 * The program of a JVM that somebody else has started, as far as the JVM's properties tell. Which
 * code is its own depends on it: that of the jar, or the module, with its main class.
 */
final class RunningProgram {
  private RunningProgram() {}

  static ResolvedProgram find() {
    String elements = System.getProperty("java.class.path", "");
    String command = System.getProperty("sun.java.command", "");
    ClassPath locations = ClassPath.of(elements);
    String module = System.getProperty("jdk.module.main");
    if (module != null) {
      Location ofModule = location(module);
      if (ofModule != null) {
        locations.add(ofModule);
      }
    } else {
      Location main = main(command, locations);
      if (main != null) {
        main.makeOwn();
      }
    }
    return new ResolvedProgram(firstWord(command), locations, elements, command, new Attributes());
  }

  /**
   * Returns where the main class is; null if that is not known. A command begins with the name of a
   * class, or with the path of the jar, which is all of the class path then.
   */
  private static @Nullable Location main(String command, ClassPath locations) {
    ClassPath.Found found = locations.find(firstWord(command).replace('.', '/') + ".class");
    return found != null ? found.location() : locations.all().stream().findFirst().orElse(null);
  }

  private static String firstWord(String command) {
    int space = command.indexOf(' ');
    return space < 0 ? command : command.substring(0, space);
  }

  private static @Nullable Location location(String module) {
    Optional<URI> uri =
        ModuleLayer.boot()
            .configuration()
            .findModule(module)
            .map(ResolvedModule::reference)
            .flatMap(ModuleReference::location);
    try {
      return uri.isEmpty() ? null : ClassPath.location(new File(uri.get()), true);
    } catch (IllegalArgumentException e) {
      return null; // a module of the JDK is in no file
    }
  }
}
