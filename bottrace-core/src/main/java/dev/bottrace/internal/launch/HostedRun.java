package dev.bottrace.internal.launch;

import dev.bottrace.runtime.HostedProgram;
import dev.bottrace.runtime.ProgramFrames;
import dev.bottrace.trace.CapturedOutput;
import java.io.File;
import java.io.InputStream;
import java.io.PrintStream;
import java.lang.Thread.UncaughtExceptionHandler;
import java.lang.invoke.MethodHandle;
import java.util.List;
import java.util.Properties;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One run of a program inside a host: all that it has of its own, and its end. */
final class HostedRun implements HostedProgram, UncaughtExceptionHandler {
  /** As when the command line can't do what it is told. */
  private static final int REFUSED = 125;

  private final ClassLoader loader;
  private final ResolvedProgram resolved;
  private final List<String> arguments;
  private final OtherLoaders others;
  private final Consumer<String> notices;
  private final ProgramEnd end = new ProgramEnd();
  private final ProgramThreads threads = new ProgramThreads(this);
  private final Leftovers leftovers;
  private final @Nullable CapturedStream captured;
  private final @Nullable CapturedStream capturedErrors;
  private volatile Properties properties;
  private volatile InputStream in;
  private volatile PrintStream out;
  private volatile PrintStream err;
  private volatile @Nullable UncaughtExceptionHandler uncaughtHandler;
  private volatile @Nullable Thread main;

  /**
   * Makes a run that has not begun.
   *
   * @param loader of the program's classes
   * @param resolved the program
   * @param arguments its arguments
   * @param capture whether its output is kept, and does not go to the host's streams
   * @param others gives classes their probes that loaders of the program define
   * @param notices takes what is to be said of the end
   */
  HostedRun(
      ClassLoader loader,
      ResolvedProgram resolved,
      List<String> arguments,
      boolean capture,
      OtherLoaders others,
      Consumer<String> notices) {
    this.loader = loader;
    this.resolved = resolved;
    this.arguments = arguments;
    this.notices = notices;
    this.leftovers = new Leftovers(loader, threads, end, notices);
    this.others = others;
    others.host(this);
    this.captured = capture ? new CapturedStream() : null;
    this.capturedErrors = capture ? new CapturedStream() : null;
    this.in = HostStreams.in();
    this.out = captured != null ? captured.stream() : HostStreams.out();
    this.err = capturedErrors != null ? capturedErrors.stream() : HostStreams.err();
    this.properties = ownProperties();
  }

  private Properties ownProperties() {
    Properties copy = new Properties();
    copy.putAll((Properties) System.getProperties().clone());
    copy.setProperty("java.class.path", resolved.classPathProperty());
    copy.setProperty("sun.java.command", command());
    return copy;
  }

  private String command() {
    StringBuilder command = new StringBuilder(resolved.command());
    arguments.forEach(argument -> command.append(' ').append(argument));
    return command.toString();
  }

  /** Makes the program's first thread. */
  Thread mainThread(Consumer<String[]> method, Consumer<Throwable> recorder) {
    Thread thread =
        new Thread(
            threads,
            new HostedMain(
                method, arguments.toArray(new String[0]), thrown -> leftMain(thrown, recorder)),
            "main",
            0,
            false);
    thread.setDaemon(false);
    thread.setContextClassLoader(loader);
    main = thread;
    return thread;
  }

  private void leftMain(Throwable thrown, Consumer<Throwable> recorder) {
    if (end.isEnded()) {
      return; // an interrupt of ours
    }
    try {
      ProgramFrames.conceal(thrown);
    } finally {
      recorder.accept(thrown);
    }
    Thread thread = Thread.currentThread();
    UncaughtExceptionHandler own = thread.getUncaughtExceptionHandler();
    (own == threads ? this : own).uncaughtException(thread, thrown);
  }

  /** What the JVM does about an exception that ends a thread. */
  @Override
  public void uncaughtException(Thread thread, Throwable thrown) {
    UncaughtExceptionHandler own = uncaughtHandler;
    if (end.isEnded()) {
      return; // an interrupt of ours
    }
    if (own != null) {
      own.uncaughtException(thread, thrown);
    } else if (thread != main || captured != null) {
      ProgramFrames.conceal(thrown);
      err.print("Exception in thread \"" + thread.getName() + "\" ");
      thrown.printStackTrace(err);
    }
  }

  /** Tells whether nothing is left that keeps a JVM alive, or the program wants its end. */
  boolean isOver() {
    return end.status() != null || !threads.keepAlive();
  }

  /** Waits until something may have changed, at most for some time. */
  void await(long millis) throws InterruptedException {
    end.await(millis);
  }

  /** Returns the exit code that the program asked for; null if it did not. */
  @Nullable Integer exitStatus() {
    return end.status();
  }

  /** Returns why the program was not let go on; null if it was. */
  @Nullable String refusal() {
    return end.refusal();
  }

  /** Returns the program's threads that have not ended. */
  List<Thread> threads() {
    return threads.alive();
  }

  /** Runs the shutdown hooks, unless the program halts, and waits for them. */
  void runHooks() throws InterruptedException {
    leftovers.runHooks();
  }

  /**
   * Ends the program, and waits for its threads, at most for ten seconds; puts back what it
   * changed.
   *
   * @return the threads that can't be ended
   */
  List<Thread> end() {
    return leftovers.end(this);
  }

  /** Returns what the program has printed; null if that was not kept. */
  @Nullable CapturedOutput output() {
    if (captured == null || capturedErrors == null) {
      return null;
    }
    cut("stdout", captured);
    cut("stderr", capturedErrors);
    return new CapturedOutput(captured.text(), capturedErrors.text());
  }

  private void cut(String name, CapturedStream stream) {
    if (stream.size() > CapturedStream.LIMIT) {
      notices.accept(
          name + " is cut: " + CapturedStream.LIMIT + " of " + stream.size() + " bytes are kept");
    }
  }

  @Override
  public MethodHandle ending() {
    return end.handle();
  }

  @Override
  public boolean[] ended() {
    return end.flag();
  }

  /** Other threads of the host may still have objects of the program: they are let pass. */
  @Override
  public void checkEnd() {
    Thread thread = Thread.currentThread();
    if (end.isEnded() && !leftovers.isEndedBy(thread) && (owns(thread) || mayBeBorrowed(thread))) {
      throw end.error();
    }
  }

  /** Threads that run tasks of everybody. */
  private static boolean mayBeBorrowed(Thread thread) {
    return ProgramThreads.isShared(thread)
        || thread.getClass().getName().equals("java.lang.VirtualThread");
  }

  @Override
  public void exit(int status) {
    throw end.exit(status, false);
  }

  @Override
  public void halt(int status) {
    throw end.exit(status, true);
  }

  @Override
  public ClassLoader classLoader() {
    return loader;
  }

  @Override
  public Properties properties() {
    return properties;
  }

  @Override
  public void properties(@Nullable Properties changed) {
    properties = changed != null ? changed : ownProperties();
  }

  @Override
  public PrintStream out() {
    return out;
  }

  @Override
  public void out(PrintStream stream) {
    out = stream;
  }

  @Override
  public PrintStream err() {
    return err;
  }

  @Override
  public void err(PrintStream stream) {
    err = stream;
  }

  @Override
  public InputStream in() {
    return in;
  }

  @Override
  public void in(InputStream stream) {
    in = stream;
  }

  @Override
  public void addHook(Thread hook) {
    leftovers.hooks().add(hook);
  }

  @Override
  public boolean removeHook(Thread hook) {
    return leftovers.hooks().remove(hook);
  }

  @Override
  public void deleteAtEnd(File file) {
    leftovers.hooks().delete(file);
  }

  @Override
  public @Nullable UncaughtExceptionHandler uncaughtHandler() {
    return uncaughtHandler;
  }

  @Override
  public void uncaughtHandler(@Nullable UncaughtExceptionHandler handler) {
    uncaughtHandler = handler;
  }

  @Override
  public void starts(Thread thread) {
    threads.starts(thread);
  }

  @Override
  public boolean owns(Thread thread) {
    return threads.owns(thread);
  }

  @Override
  public void created(Object pool) {
    leftovers.pools().add(pool);
  }

  @Override
  public void makesLoader() {
    String whyNot = others.whyNotBegun();
    if (whyNot != null) {
      refuse("makes a class loader, whose classes could end this JVM: " + whyNot);
    }
  }

  @Override
  public void refuse(String reason) {
    if (!end.isEnded()) {
      throw end.refuse("the program was ended as it " + reason, REFUSED);
    }
  }

  @Override
  public byte[] hiddenClass(Class<?> neighbour, byte[] classFile) {
    return others.hidden(neighbour, classFile);
  }

  @Override
  public void atEnd(Runnable action) {
    leftovers.hooks().atEnd(action);
  }
}
