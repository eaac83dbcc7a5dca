package dev.bottrace.internal.hosted;

import static dev.bottrace.internal.hosted.ProgramCalls.PROGRAM;

import dev.bottrace.internal.hosted.StandsFor.Member;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Enumeration;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** What {@link System}, {@link Runtime} and {@link ClassLoader} have once in each JVM. */
public final class SystemCalls {
  private SystemCalls() {}

  @StandsFor(value = System.class, member = Member.FIELD)
  public static PrintStream out() {
    return PROGRAM.out();
  }

  @StandsFor(value = System.class, member = Member.FIELD)
  public static PrintStream err() {
    return PROGRAM.err();
  }

  @StandsFor(value = System.class, member = Member.FIELD)
  public static InputStream in() {
    return PROGRAM.in();
  }

  @StandsFor(System.class)
  public static void setOut(PrintStream stream) {
    PROGRAM.out(stream);
  }

  @StandsFor(System.class)
  public static void setErr(PrintStream stream) {
    PROGRAM.err(stream);
  }

  @StandsFor(System.class)
  public static void setIn(InputStream stream) {
    PROGRAM.in(stream);
  }

  @StandsFor(System.class)
  public static Properties getProperties() {
    return PROGRAM.properties();
  }

  @StandsFor(System.class)
  public static void setProperties(@Nullable Properties properties) {
    PROGRAM.properties(properties);
  }

  @StandsFor(System.class)
  public static @Nullable String getProperty(String key) {
    return PROGRAM.properties().getProperty(checked(key));
  }

  @StandsFor(System.class)
  public static @Nullable String getProperty(String key, @Nullable String value) {
    return PROGRAM.properties().getProperty(checked(key), value);
  }

  @StandsFor(System.class)
  public static @Nullable String setProperty(String key, String value) {
    return (String) PROGRAM.properties().setProperty(checked(key), value);
  }

  @StandsFor(System.class)
  public static @Nullable String clearProperty(String key) {
    return (String) PROGRAM.properties().remove(checked(key));
  }

  private static String checked(@Nullable String key) {
    if (key == null) {
      throw new NullPointerException("key can't be null");
    }
    if (key.isEmpty()) {
      throw new IllegalArgumentException("key can't be empty");
    }
    return key;
  }

  private static @Nullable String valueOf(@Nullable String key) {
    return key == null || key.isEmpty() ? null : PROGRAM.properties().getProperty(key);
  }

  @StandsFor(Boolean.class)
  public static boolean getBoolean(@Nullable String key) {
    return Boolean.parseBoolean(valueOf(key));
  }

  @StandsFor(Integer.class)
  public static @Nullable Integer getInteger(@Nullable String key) {
    return getInteger(key, null);
  }

  @StandsFor(Integer.class)
  public static Integer getInteger(@Nullable String key, int value) {
    Integer found = getInteger(key, null);
    return found == null ? (Integer) value : found;
  }

  @StandsFor(Integer.class)
  public static @Nullable Integer getInteger(@Nullable String key, @Nullable Integer value) {
    String text = valueOf(key);
    try {
      return text == null ? value : Integer.decode(text);
    } catch (NumberFormatException e) {
      return value;
    }
  }

  @StandsFor(Long.class)
  public static @Nullable Long getLong(@Nullable String key) {
    return getLong(key, null);
  }

  @StandsFor(Long.class)
  public static Long getLong(@Nullable String key, long value) {
    Long found = getLong(key, null);
    return found == null ? (Long) value : found;
  }

  @StandsFor(Long.class)
  public static @Nullable Long getLong(@Nullable String key, @Nullable Long value) {
    String text = valueOf(key);
    try {
      return text == null ? value : Long.decode(text);
    } catch (NumberFormatException e) {
      return value;
    }
  }

  @StandsFor(value = Runtime.class, member = Member.VIRTUAL)
  public static void addShutdownHook(Runtime runtime, Thread hook) {
    PROGRAM.addHook(hook);
  }

  @StandsFor(value = Runtime.class, member = Member.VIRTUAL)
  public static boolean removeShutdownHook(Runtime runtime, Thread hook) {
    return PROGRAM.removeHook(hook);
  }

  @StandsFor(value = File.class, member = Member.VIRTUAL)
  public static void deleteOnExit(File file) {
    PROGRAM.deleteAtEnd(file);
  }

  @StandsFor(ClassLoader.class)
  public static ClassLoader getSystemClassLoader() {
    return PROGRAM.classLoader();
  }

  @StandsFor(URLClassLoader.class)
  public static URLClassLoader newInstance(URL[] urls) {
    PROGRAM.makesLoader();
    return URLClassLoader.newInstance(urls, PROGRAM.classLoader());
  }

  @StandsFor(ClassLoader.class)
  public static @Nullable URL getSystemResource(String name) {
    return PROGRAM.classLoader().getResource(name);
  }

  @StandsFor(ClassLoader.class)
  public static Enumeration<URL> getSystemResources(String name) throws IOException {
    return PROGRAM.classLoader().getResources(name);
  }

  @StandsFor(ClassLoader.class)
  public static @Nullable InputStream getSystemResourceAsStream(String name) {
    return PROGRAM.classLoader().getResourceAsStream(name);
  }
}
