package dev.bottrace.hosted.target;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;

/** Loads {@link PluginTarget} by a loader of its own, and runs it. */
public final class OwnLoaderTarget {
  private OwnLoaderTarget() {}

  /** Defines the plug-in itself; all others come from its parent. */
  private static final class PluginLoader extends ClassLoader {
    PluginLoader(ClassLoader parent) {
      super(parent);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (!name.equals(PluginTarget.class.getName())) {
        return super.loadClass(name, resolve);
      }
      Class<?> loaded = findLoadedClass(name);
      return loaded == null ? define(name) : loaded;
    }

    private Class<?> define(String name) throws ClassNotFoundException {
      try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
        byte[] classFile = in == null ? new byte[0] : in.readAllBytes();
        return defineClass(name, classFile, 0, classFile.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
  }

  public static void main(String[] arguments) throws Exception {
    ClassLoader loader =
        arguments[0].equals("own")
            ? new PluginLoader(OwnLoaderTarget.class.getClassLoader())
            : new URLClassLoader(
                new URL[] {new URL(arguments[0])}, OwnLoaderTarget.class.getClassLoader());
    String name = arguments[0].equals("own") ? PluginTarget.class.getName() : "Plugin";
    Runnable plugin =
        (Runnable) loader.loadClass(name).getConstructor(String.class).newInstance(arguments[1]);
    System.out.println(plugin.getClass().getClassLoader() == loader);
    plugin.run();
  }
}
