package dev.bottrace.hosted.target;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.InputStream;
import java.io.PrintStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.net.Authenticator;
import java.net.URL;
import java.net.URLStreamHandler;
import java.security.Provider;
import java.security.Security;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.TimeZone;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.function.IntConsumer;
import java.util.logging.Logger;

/** Changes what a JVM has once, in the way that its first argument names, and says what it sees. */
public final class StateTarget {
  private StateTarget() {}

  public static void main(String[] args) throws Throwable {
    switch (args[0]) {
      case "streams" -> streams();
      case "close" -> close();
      case "properties" -> properties();
      case "all-properties" -> System.setProperties(new Properties());
      case "property" -> property(args[1], Integer.parseInt(args[2]));
      case "locale" -> locale();
      case "zone" -> zone();
      case "handler" -> handler();
      case "hooks" -> hooks();
      case "hooks-and-exit" -> hooksAndExit();
      case "hook-without-end" -> hookWithoutEnd();
      case "halt-with-hook" -> haltWithHook();
      case "delete" -> new File(args[1]).deleteOnExit();
      case "network" -> network();
      case "security" -> Security.addProvider(new OwnProvider());
      case "driver" -> DriverManager.registerDriver(new OwnDriver());
      case "common-pool" -> commonPool();
      case "throw" -> throw new IllegalStateException("as asked", new RuntimeException("why"));
      case "throw-in-thread" -> throwInThread();
      case "reflective-exit" -> System.class.getMethod("exit", int.class).invoke(null, 5);
      case "reflective-halt" ->
          Runtime.class.getMethod("halt", int.class).invoke(Runtime.getRuntime(), 6);
      case "handle-exit" -> handleExit();
      case "reference-exit" -> ((IntConsumer) Runtime.getRuntime()::exit).accept(8);
      case "loader" -> loader();
      case "print-stack-trace" -> printStackTrace();
      case "flood" -> flood();
      default -> throw new IllegalArgumentException(args[0]);
    }
  }

  private static void streams() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream before = System.out;
    System.setOut(new PrintStream(bytes, true));
    System.out.print("kept");
    System.setOut(before);
    System.setErr(before);
    System.err.println("err is out");
    System.setIn(new ByteArrayInputStream(new byte[] {'i', 'n'}));
    InputStream in = System.in;
    System.out.println(bytes + " " + new String(in.readAllBytes()));
  }

  private static void close() throws Exception {
    System.out.println("before");
    System.out.close();
    System.err.close();
    System.in.close();
    System.out.println("never seen");
  }

  private static void properties() {
    System.setProperty("hosted.own", "mine");
    System.clearProperty("hosted.of.host");
    System.setProperty("hosted.number", "42");
    System.out.println(
        List.of(
            System.getProperty("hosted.own"),
            System.getProperty("hosted.of.host", "none"),
            Integer.getInteger("hosted.number"),
            Long.getLong("hosted.number", 3L),
            Boolean.getBoolean("hosted.number"),
            System.getProperties().getProperty("hosted.own"),
            System.getProperty("java.class.path").isEmpty()));
  }

  private static void property(String value, int times) {
    for (int i = 0; i < times; i++) {
      if (i > 0 && !value.equals(System.getProperty("hosted.shared"))) {
        System.exit(1);
      }
      System.setProperty("hosted.shared", value);
    }
  }

  private static void locale() {
    Locale.setDefault(Locale.forLanguageTag("de-DE"));
    Locale.setDefault(Locale.Category.DISPLAY, Locale.FRANCE);
    System.out.println(
        Locale.getDefault()
            + " "
            + Locale.getDefault(Locale.Category.DISPLAY)
            + " "
            + String.format("%.1f", 1.5));
  }

  private static void zone() {
    TimeZone.setDefault(TimeZone.getTimeZone("Asia/Tokyo"));
    System.out.println(TimeZone.getDefault().getID() + " " + java.time.ZoneId.systemDefault());
  }

  private static void handler() throws InterruptedException {
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, e) -> System.out.println(thread.getName() + " threw " + e.getMessage()));
    Thread thread =
        new Thread(
            () -> {
              throw new IllegalStateException("one");
            },
            "worker");
    thread.start();
    thread.join();
    throw new IllegalStateException("two");
  }

  private static void hooks() {
    Thread removed = new Thread(() -> System.out.println("never"));
    Runtime.getRuntime().addShutdownHook(removed);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println("hook")));
    System.out.println(Runtime.getRuntime().removeShutdownHook(removed));
  }

  private static void hooksAndExit() {
    CountDownLatch stopped = new CountDownLatch(1);
    Thread worker = new Thread(() -> work(stopped));
    worker.start();
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  stopped.countDown();
                  join(worker);
                  System.out.println("hook");
                }));
    try {
      System.exit(4);
    } finally {
      System.out.println("never");
    }
  }

  private static void work(CountDownLatch stopped) {
    while (stopped.getCount() > 0) {
      Thread.onSpinWait();
    }
    System.out.println("worker");
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      System.out.println("interrupted");
    }
  }

  private static void hookWithoutEnd() {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> work(new CountDownLatch(1)), "endless"));
  }

  private static void haltWithHook() {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println("never")));
    Runtime.getRuntime().halt(9);
  }

  private static void network() {
    Authenticator.setDefault(new Authenticator() {});
    try {
      URL.setURLStreamHandlerFactory(StateTarget::handlerFor);
    } catch (Error e) {
      System.out.println(e.getMessage());
    }
  }

  private static URLStreamHandler handlerFor(String protocol) {
    return null;
  }

  private static void commonPool() throws Exception {
    ForkJoinPool.commonPool()
        .submit(
            () -> {
              Thread.currentThread().setContextClassLoader(StateTarget.class.getClassLoader());
              System.out.println("in the common pool");
            })
        .get();
  }

  private static void throwInThread() throws InterruptedException {
    Thread thread =
        new Thread(
            () -> {
              throw new IllegalStateException("in a thread");
            },
            "worker");
    thread.start();
    thread.join();
  }

  private static void handleExit() throws Throwable {
    MethodHandles.lookup()
        .findStatic(System.class, "exit", MethodType.methodType(void.class, int.class))
        .invoke(7);
  }

  private static void loader() throws Exception {
    ClassLoader loader = StateTarget.class.getClassLoader();
    System.out.println(
        (loader == ClassLoader.getSystemClassLoader())
            + " "
            + (loader == Thread.currentThread().getContextClassLoader())
            + " "
            + (Class.forName(StateTarget.class.getName()) == StateTarget.class));
  }

  private static void printStackTrace() {
    new OwnException().printStackTrace();
    new IllegalStateException("plain").printStackTrace();
    List.of(new IllegalArgumentException("referenced")).forEach(Throwable::printStackTrace);
    new Printer().printStackTrace();
  }

  private static final class OwnException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    @Override
    public void printStackTrace() {
      System.err.println("own way");
      super.printStackTrace();
    }
  }

  /** No exception. */
  private static final class Printer {
    void printStackTrace() {
      System.err.println("not thrown");
    }
  }

  private static void flood() {
    byte[] line = "0123456789\u00e9".repeat(1000).getBytes(java.nio.charset.StandardCharsets.UTF_8);
    for (int i = 0; i < 1000; i++) {
      System.out.write(line, 0, line.length);
    }
  }

  private static final class OwnProvider extends Provider {
    private static final long serialVersionUID = 1L;

    OwnProvider() {
      super("Hosted", "1", "none");
    }
  }

  private static final class OwnDriver implements Driver {
    @Override
    public Connection connect(String url, Properties info) {
      return null;
    }

    @Override
    public boolean acceptsURL(String url) {
      return false;
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) {
      return new DriverPropertyInfo[0];
    }

    @Override
    public int getMajorVersion() {
      return 1;
    }

    @Override
    public int getMinorVersion() {
      return 0;
    }

    @Override
    public boolean jdbcCompliant() {
      return false;
    }

    @Override
    public Logger getParentLogger() {
      return null;
    }
  }
}
