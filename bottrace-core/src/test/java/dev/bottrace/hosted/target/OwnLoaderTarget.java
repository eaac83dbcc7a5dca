package dev.bottrace.hosted.target;

import static java.lang.invoke.MethodType.methodType;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.function.Function;

/** Has {@link PluginTarget} defined in one of several ways, and runs it. */
public final class OwnLoaderTarget {
  private static final String PLUGIN = "dev.bottrace.hosted.target.PluginTarget";
  private static final ClassLoader OWN = OwnLoaderTarget.class.getClassLoader();

  private OwnLoaderTarget() {}

  /** Defines the plug-in itself; all others come from its parent. */
  private static class PluginLoader extends ClassLoader {
    PluginLoader(ClassLoader parent) {
      super(parent);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (!name.equals(PLUGIN)) {
        return super.loadClass(name, resolve);
      }
      Class<?> loaded = findLoadedClass(name);
      return loaded == null ? define(name) : loaded;
    }

    private Class<?> define(String name) throws ClassNotFoundException {
      try {
        byte[] classFile = classFile();
        return defineClass(name, classFile, 0, classFile.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
  }

  /** Lets its classes see nothing but the JDK's own and each other, as OSGi frameworks do. */
  private static final class FilteringLoader extends PluginLoader {
    FilteringLoader(ClassLoader parent) {
      super(parent);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (name.startsWith("java.") || name.equals(PLUGIN)) {
        return super.loadClass(name, resolve);
      }
      throw new ClassNotFoundException(name);
    }
  }

  private static byte[] classFile() throws IOException {
    try (InputStream in = OWN.getResourceAsStream(PLUGIN.replace('.', '/') + ".class")) {
      return in == null ? new byte[0] : in.readAllBytes();
    }
  }

  public static void main(String[] arguments) throws Throwable {
    Class<?> plugin = plugin(arguments[0]);
    Object made = plugin.getConstructor(String.class).newInstance(arguments[1]);
    System.out.println(plugin.getClassLoader() == OWN);
    ((Runnable) made).run();
  }

  private static Class<?> plugin(String way) throws Throwable {
    return switch (way) {
      case "own" -> new PluginLoader(OWN).loadClass(PLUGIN);
      case "filtered" -> new FilteringLoader(OWN).loadClass(PLUGIN);
      case "hidden" -> MethodHandles.lookup().defineHiddenClass(classFile(), true).lookupClass();
      case "defined" -> MethodHandles.lookup().defineClass(classFile());
      default -> jdks(way).loadClass("Plugin");
    };
  }

  /** Makes a loader of the JDK; the way ends with where it finds classes. */
  private static URLClassLoader jdks(String way) throws Throwable {
    URL[] urls = {new URL(way.substring(way.indexOf(' ') + 1))};
    Function<URL[], URLClassLoader> reference = URLClassLoader::new;
    Class<URLClassLoader> type = URLClassLoader.class;
    return switch (way.substring(0, way.indexOf(' '))) {
      case "reflection" ->
          type.getConstructor(URL[].class, ClassLoader.class).newInstance(urls, OWN);
      case "handle" ->
          (URLClassLoader)
              MethodHandles.lookup()
                  .findConstructor(type, methodType(void.class, URL[].class, ClassLoader.class))
                  .invoke(urls, OWN);
      case "reference" -> reference.apply(urls);
      case "detached" -> new URLClassLoader(urls, null);
      case "below" -> type.getConstructor(URL[].class).newInstance((Object) urls);
      default -> new URLClassLoader(urls);
    };
  }
}
