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

  /** Tells whether our classes are where they can reach that loader's class path. */
  static boolean isPossible() {
    return AppLoader.class.getClassLoader() == null;
  }

  @Override
  public void open(LoadedProgram opened) {
    URL[] urls = JdkLinks.classPath(application).getURLs();
    for (int i = 1; i < urls.length; i++) { // behind our own jar come those of agents
      addAgent(opened.classPath(), urls[i]);
    }
    ProgramSink.set(opened.sink());
    JdkLinks.setClassPath(application, AppClassPath.of(opened));
  }

  private static void addAgent(ClassPath classPath, URL url) {
    try {
      Location location = ClassPath.location(new File(url.toURI()), false);
      if (location != null) {
        classPath.add(location);
      }
    } catch (URISyntaxException | IllegalArgumentException e) {
      return; // agents are files
    }
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
