package dev.bottrace.internal.launch;

import dev.bottrace.runtime.ProgramSink;
import java.io.File;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.net.URL;
import org.jspecify.annotations.Nullable;

/**
 * The JVM's own application class loader, with a class path of ours. So the program's loader is the
 * very one that it has under {@code java}. Possible where our classes are on the boot class path.
 */
final class AppLoader implements ProgramLoader {
  private final ClassLoader application = ClassLoader.getSystemClassLoader();

  /** Our own jar; behind it come those of agents. */
  private final URL[] given = JdkLinks.classPath(application).getURLs();

  /** Tells whether our classes are where they can reach that loader's class path. */
  static boolean isPossible() {
    return AppLoader.class.getClassLoader() == null;
  }

  @Override
  public void open(LoadedProgram opened) {
    for (int i = 1; i < given.length; i++) {
      addAgent(opened.classPath(), given[i]);
    }
    ProgramSink.set(opened.sink());
    LoadedAhead.initializeProbes();
    JdkLinks.setClassPath(application, AppClassPath.of(opened));
  }

  @Override
  public @Nullable File ownJar() {
    return given.length == 0 ? null : file(given[0]);
  }

  private static void addAgent(ClassPath classPath, URL url) {
    File file = file(url); // agents are files
    Location location = file == null ? null : ClassPath.location(file, false);
    if (location != null) {
      classPath.add(location);
    }
  }

  private static @Nullable File file(URL url) {
    try {
      return new File(url.toURI());
    } catch (URISyntaxException | IllegalArgumentException e) {
      return null;
    }
  }

  @Override
  public boolean givesProbes() {
    return true;
  }

  @Override
  public ClassLoader classLoader() {
    return application;
  }

  @Override
  public @Nullable Class<?> loaded(String name) {
    try {
      Method find = ClassLoader.class.getDeclaredMethod("findLoadedClass", String.class);
      find.setAccessible(true); // LoadedClasses has opened the package
      return (Class<?>) find.invoke(application, name);
    } catch (ReflectiveOperationException | RuntimeException e) {
      return null;
    }
  }
}
