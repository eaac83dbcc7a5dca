package dev.bottrace.internal.launch;

import dev.bottrace.option.ProgramNotRunnableException;
import java.io.File;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.jar.Attributes.Name;

/** Makes a JVM look to a program as if {@code java} had started it there. */
final class ProgramEnvironment {
  private static final Name LAUNCHER_AGENT = new Name("Launcher-Agent-Class");
  private static final Name ADD_EXPORTS = new Name("Add-Exports");
  private static final Name ADD_OPENS = new Name("Add-Opens");
  private static final Name ENABLE_NATIVE_ACCESS = new Name("Enable-Native-Access");

  private static final String EXPORTED = "jdk.module.addexports.";

  private final ResolvedProgram program;
  private final List<String> arguments;

  ProgramEnvironment(ResolvedProgram program, List<String> arguments) {
    this.program = program;
    this.arguments = arguments;
  }

  /**
   * Sets the properties, starts the jar's agent, opens packages, and loads the main class without
   * initialising it.
   */
  Class<?> enter(ClassLoader loader) throws ProgramNotRunnableException {
    System.setProperty("java.class.path", program.classPathProperty());
    System.setProperty("sun.java.command", String.join(" ", command()));
    System.clearProperty("java.system.class.loader");
    // Left by JDK 25 where it takes its modules from our archive; else the JDK removes all of them.
    System.getProperties().keySet().removeIf(key -> key.toString().startsWith(EXPORTED));
    Thread.currentThread().setContextClassLoader(loader);
    if (program.manifest().containsKey(LAUNCHER_AGENT)) {
      loadAgent();
    }
    if (program.manifest().containsKey(ADD_EXPORTS)) {
      forEachPackage(ADD_EXPORTS, JdkInternals::exportToAll);
    }
    if (program.manifest().containsKey(ADD_OPENS)) {
      forEachPackage(ADD_OPENS, JdkInternals::openToAll);
    }
    if ("ALL-UNNAMED".equals(program.manifest().getValue(ENABLE_NATIVE_ACCESS))) {
      JdkInternals.enableNativeAccess();
    }
    return load(loader);
  }

  private void loadAgent() throws ProgramNotRunnableException {
    try {
      JdkInternals.loadedLauncherAgent(program.command());
    } catch (Throwable e) { // also of the agent
      throw new ProgramNotRunnableException(
          true, "the agent of " + program.command() + " can't be started: " + e);
    }
  }

  private List<String> command() {
    java.util.ArrayList<String> command = new java.util.ArrayList<>(arguments);
    command.add(0, program.command());
    return command;
  }

  /** Reads a list of {@code module/package}, with spaces between them. */
  private void forEachPackage(Name attribute, BiConsumer<Module, String> action) {
    String value = program.manifest().getValue(attribute);
    for (String element : value == null ? new String[0] : value.trim().split("\\s+")) {
      int slash = element.indexOf('/');
      Optional<Module> module =
          ModuleLayer.boot().findModule(element.substring(0, Math.max(slash, 0)));
      if (module.isPresent() && module.get().getPackages().contains(element.substring(slash + 1))) {
        action.accept(module.get(), element.substring(slash + 1));
      }
    }
  }

  private Class<?> load(ClassLoader loader) throws ProgramNotRunnableException {
    String name = program.mainClass();
    try {
      return Class.forName(name, false, loader);
    } catch (ClassNotFoundException e) {
      String written = program.command();
      boolean named = name.equals(written.replace('/', '.'));
      if (named && new File(written).exists()) {
        throw new ProgramNotRunnableException(
            true, written + " is no jar, no main class on the class path and no .java file");
      }
      throw new ProgramNotRunnableException(
          !named,
          "there is no class " + name + " on the class path " + program.classPathProperty());
    } catch (LinkageError | SecurityException e) {
      throw new ProgramNotRunnableException(true, "class " + name + " can't be loaded: " + e);
    }
  }
}
