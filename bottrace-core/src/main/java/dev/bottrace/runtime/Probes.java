package dev.bottrace.runtime;

import java.lang.invoke.MethodHandle;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The static methods that instrumented code calls.
 *
 * <p>None of them throws, but for a {@link StackOverflowError} at the entry of a method that has no
 * stack left for it, or before a call, and for what {@code Thread.stop} throws into a thread.
 *
 * <p>The loader that defines this class supplies the sink, if it is one of ours. Otherwise {@link
 * ProgramSink} has it: that of the JVM's one program, or that of recordings of a host's classes.
 * Where it has none, the system class loader does.
 */
public final class Probes {
  private static final String OURS = "dev.bottrace.";
  private static final String RUNTIME = OURS + "runtime.";
  private static final String HOSTED = OURS + "internal.hosted.";

  private static final ProbeSink SINK = findSink();
  private static final StateSink STATE = SINK.state();
  private static final @Nullable MethodHandle OVER = SINK.over();
  private static final ThreadSink NOBODY = SINK.nobody();

  private Probes() {}

  private static ProbeSink findSink() {
    ClassLoader loader = Probes.class.getClassLoader();
    Object given = loader instanceof Supplier ? null : ProgramSink.get();
    if (given != null) {
      return (ProbeSink) given;
    }
    Object supplier = loader == null ? ClassLoader.getSystemClassLoader() : loader;
    return (ProbeSink) ((Supplier<?>) supplier).get();
  }

  /** Tells whether calls are no longer of interest: a constant for the JIT compiler. */
  @HiddenFrame
  private static boolean isOver() {
    try {
      return OVER != null && (boolean) OVER.invokeExact();
    } catch (VirtualMachineError | LinkageError e) {
      return false; // no stack or memory
    } catch (Error e) {
      throw e; // of Thread.stop, which JDKs before 20 have
    } catch (Throwable e) { // of a method handle
      return false;
    }
  }

  /**
   * A method begins, at its first bytecode.
   *
   * @param method its id
   * @return where its exit goes
   */
  @HiddenFrame
  public static ThreadSink enter(int method) {
    if (isOver()) {
      return NOBODY;
    }
    try {
      ThreadSink thread = SINK.current(method);
      thread.enter(method);
      return thread;
    } catch (StackOverflowError e) {
      throw new StackOverflowError(); // from here, where no frame of ours is seen
    }
  }

  /**
   * A method begins whose arguments are of interest.
   *
   * @param method its id
   * @param arguments boxed where they are primitive
   * @return where its exit goes
   */
  @HiddenFrame
  public static ThreadSink enter(int method, @Nullable Object[] arguments) {
    if (isOver()) {
      return NOBODY;
    }
    try {
      ThreadSink thread = SINK.current(method);
      thread.enter(method, arguments);
      return thread;
    } catch (StackOverflowError e) {
      throw new StackOverflowError(); // from here, where no frame of ours is seen
    }
  }

  /**
   * A call has begun whose variables are of interest.
   *
   * @param thread what {@link #enter} returned
   * @param depth its depth then
   * @param method its id
   * @param slots how many variables it has at most
   * @return where it copies their values
   */
  @HiddenFrame
  public static LocalsFrame locals(ThreadSink thread, int depth, int method, int slots) {
    try {
      return thread.locals(depth, method, slots);
    } catch (StackOverflowError e) {
      throw new StackOverflowError(); // from here, where no frame of ours is seen
    }
  }

  /**
   * Execution has come to a place of interest.
   *
   * @param site its id
   * @return whether {@link #fires} is to be called, or, where there are no conditions, {@link
   *     #capture}
   */
  @HiddenFrame
  public static boolean reached(int site) {
    try {
      return STATE.reached(site);
    } catch (StackOverflowError e) {
      return false; // this one is not seen
    }
  }

  /**
   * Execution has come to a place of interest, and its conditions do not hold.
   *
   * @param site its id
   * @return false if {@link #fires} is to be called all the same
   */
  @HiddenFrame
  public static boolean passed(int site) {
    try {
      return STATE.passed(site);
    } catch (StackOverflowError e) {
      return true; // this one is not counted
    }
  }

  /**
   * Evaluates the conditions of a place.
   *
   * @param site its id
   * @param declaring the class that the place is in; null if that is not known
   * @param values of the variables that the conditions need, boxed where they are primitive
   * @return whether {@link #capture} is to be called
   */
  @HiddenFrame
  public static boolean fires(int site, @Nullable Class<?> declaring, @Nullable Object[] values) {
    try {
      return STATE.fires(site, declaring, values);
    } catch (StackOverflowError e) {
      return false; // this one is not seen
    }
  }

  /**
   * Takes the state at a place.
   *
   * @param site its id
   * @param declaring the class that the place is in; null if that is not known
   * @param values of its variables, boxed where they are primitive
   */
  @HiddenFrame
  public static void capture(int site, @Nullable Class<?> declaring, @Nullable Object[] values) {
    try {
      STATE.capture(site, declaring, values);
    } catch (StackOverflowError e) {
      return; // this one is not seen
    }
  }

  /**
   * A method begins that has a place of interest.
   *
   * @param counter id of its count
   */
  @HiddenFrame
  public static void entered(int counter) {
    try {
      STATE.entered(counter);
    } catch (StackOverflowError e) {
      throw new StackOverflowError(); // from here, where no frame of ours is seen
    }
  }

  /**
   * A method begins whose calls are only counted.
   *
   * @param method its id
   */
  @HiddenFrame
  public static void count(int method) {
    if (isOver()) {
      return;
    }
    try {
      SINK.count(method);
    } catch (StackOverflowError e) {
      throw new StackOverflowError(); // from here, where no frame of ours is seen
    }
  }

  /**
   * A method is about to return.
   *
   * @param thread what {@link #enter} returned
   * @param depth its depth then
   */
  @HiddenFrame
  public static void exit(ThreadSink thread, int depth) {
    if (isOver()) {
      return;
    }
    try {
      thread.exit(depth);
    } catch (StackOverflowError e) {
      return; // a probe further out makes up for it
    }
  }

  /**
   * A method is about to return a value that is of interest.
   *
   * @param value boxed if it is primitive
   * @param thread what {@link #enter} returned
   * @param depth its depth then
   * @param method its id
   */
  @HiddenFrame
  public static void exit(@Nullable Object value, ThreadSink thread, int depth, int method) {
    if (isOver()) {
      return;
    }
    try {
      thread.exit(depth, method, value);
    } catch (StackOverflowError e) {
      return; // a probe further out makes up for it
    }
  }

  /**
   * An exception is about to leave a method.
   *
   * @param thrown the exception
   * @param thread what {@link #enter} returned
   * @param depth its depth then
   */
  @HiddenFrame
  public static void exitThrowing(Throwable thrown, ThreadSink thread, int depth) {
    if (isOver()) {
      return;
    }
    try {
      thread.exitThrowing(depth, thrown);
    } catch (StackOverflowError e) {
      return; // a probe further out makes up for it
    }
  }

  /**
   * An exception is about to leave a constructor.
   *
   * @param thrown the exception
   * @param thread what {@link #enter} returned
   * @param depth its depth then
   * @param method id of the constructor
   */
  @HiddenFrame
  public static void constructorThrew(Throwable thrown, ThreadSink thread, int depth, int method) {
    if (isOver()) {
      return;
    }
    try {
      thread.constructorThrew(depth, method, thrown);
    } catch (StackOverflowError e) {
      return; // a probe further out makes up for it
    }
  }

  /**
   * A handler of a method begins.
   *
   * @param thrown what it handles
   * @param thread what {@link #enter} returned
   * @param depth its depth then
   */
  @HiddenFrame
  public static void caught(Throwable thrown, ThreadSink thread, int depth) {
    if (isOver()) {
      return;
    }
    try {
      if (thread.depth != depth) {
        thread.caught(depth, thrown);
      }
    } catch (StackOverflowError e) {
      return; // a probe further out makes up for it
    }
  }

  /**
   * A handler begins of a method whose variables are copied.
   *
   * @param thrown what it handles
   * @param thread what {@link #enter} returned
   * @param depth its depth then
   */
  @HiddenFrame
  public static void caughtWithLocals(Throwable thrown, ThreadSink thread, int depth) {
    try {
      thread.caught(depth, thrown);
    } catch (StackOverflowError e) {
      return; // a probe further out makes up for it
    }
  }

  /**
   * A constructor is about to call another one for the same object.
   *
   * @param thread what {@link #enter} returned
   * @param depth its depth then
   * @param method id of the calling constructor
   * @param callee binary name of the class whose constructor is called
   */
  @HiddenFrame
  public static void superStart(ThreadSink thread, int depth, int method, String callee) {
    if (isOver()) {
      return;
    }
    try {
      thread.superStart(depth, method, callee);
    } catch (StackOverflowError e) {
      return; // a probe further out makes up for it
    }
  }

  /**
   * That constructor returned.
   *
   * @param thread what {@link #enter} returned
   * @param depth its depth then
   */
  @HiddenFrame
  public static void superEnd(ThreadSink thread, int depth) {
    if (isOver()) {
      return;
    }
    try {
      thread.superEnd(depth);
    } catch (StackOverflowError e) {
      return; // a probe further out makes up for it
    }
  }

  /**
   * A method is about to call another one that has no probes.
   *
   * @param thread what {@link #enter} returned
   * @param depth its depth then
   * @param site id of the call
   */
  @HiddenFrame
  public static void calling(ThreadSink thread, int depth, int site) {
    if (isOver()) {
      return;
    }
    try {
      if (thread.depth >= depth && SINK.crosses(site, null, thread.depth)) {
        thread.enter(site);
      }
    } catch (StackOverflowError e) {
      throw new StackOverflowError(); // from here, where no frame of ours is seen
    }
  }

  /**
   * A method is about to call a method of an object that may have no probes.
   *
   * @param receiver the object; if it is null, there is no call
   * @param thread what {@link #enter} returned
   * @param depth its depth then
   * @param site id of the call
   */
  @HiddenFrame
  public static void calling(@Nullable Object receiver, ThreadSink thread, int depth, int site) {
    if (receiver == null || isOver()) {
      return;
    }
    try {
      if (thread.depth >= depth && SINK.crosses(site, receiver.getClass(), thread.depth)) {
        thread.enter(site);
      }
    } catch (StackOverflowError e) {
      throw new StackOverflowError(); // from here, where no frame of ours is seen
    }
  }

  /**
   * A method is about to call another one that has no probes, with arguments that are of interest.
   *
   * @param thread what {@link #enter} returned
   * @param depth its depth then
   * @param site id of the call
   * @param arguments boxed where they are primitive
   */
  @HiddenFrame
  public static void calling(ThreadSink thread, int depth, int site, @Nullable Object[] arguments) {
    if (isOver()) {
      return;
    }
    try {
      if (thread.depth >= depth && SINK.crosses(site, null, thread.depth)) {
        thread.enter(site, arguments);
      }
    } catch (StackOverflowError e) {
      throw new StackOverflowError(); // from here, where no frame of ours is seen
    }
  }

  /**
   * A method is about to call a method of an object that may have no probes, with arguments that
   * are of interest.
   *
   * @param receiver the object; if it is null, there is no call
   * @param thread what {@link #enter} returned
   * @param depth its depth then
   * @param site id of the call
   * @param arguments boxed where they are primitive
   */
  @HiddenFrame
  public static void calling(
      @Nullable Object receiver,
      ThreadSink thread,
      int depth,
      int site,
      @Nullable Object[] arguments) {
    if (receiver == null || isOver()) {
      return;
    }
    try {
      if (thread.depth >= depth && SINK.crosses(site, receiver.getClass(), thread.depth)) {
        thread.enter(site, arguments);
      }
    } catch (StackOverflowError e) {
      throw new StackOverflowError(); // from here, where no frame of ours is seen
    }
  }

  /**
   * A call after {@link #calling} has returned.
   *
   * @param thread what {@link #enter} returned
   * @param depth its depth then
   */
  @HiddenFrame
  public static void called(ThreadSink thread, int depth) {
    if (isOver()) {
      return;
    }
    try {
      if (thread.depth > depth) {
        thread.exit(depth + 1);
      }
    } catch (StackOverflowError e) {
      return; // a probe further out makes up for it
    }
  }

  /**
   * A call after {@link #calling} has returned a value that is of interest.
   *
   * @param value boxed if it is primitive
   * @param thread what {@link #enter} returned
   * @param depth its depth then
   * @param site id of the call
   */
  @HiddenFrame
  public static void called(@Nullable Object value, ThreadSink thread, int depth, int site) {
    if (isOver()) {
      return;
    }
    try {
      if (thread.depth > depth) {
        thread.exit(depth + 1, site, value);
      }
    } catch (StackOverflowError e) {
      return; // a probe further out makes up for it
    }
  }

  /**
   * A method is about to call another one that has no probes, where calls are only counted.
   *
   * @param site id of the call
   */
  @HiddenFrame
  public static void countCall(int site) {
    if (isOver()) {
      return;
    }
    try {
      if (SINK.crosses(site, null, 0)) {
        SINK.count(site);
      }
    } catch (StackOverflowError e) {
      throw new StackOverflowError(); // from here, where no frame of ours is seen
    }
  }

  /**
   * A method is about to call a method of an object that may have no probes, where calls are only
   * counted.
   *
   * @param receiver the object; if it is null, there is no call
   * @param site id of the call
   */
  @HiddenFrame
  public static void countCall(@Nullable Object receiver, int site) {
    if (receiver == null || isOver()) {
      return;
    }
    try {
      if (SINK.crosses(site, receiver.getClass(), 0)) {
        SINK.count(site);
      }
    } catch (StackOverflowError e) {
      throw new StackOverflowError(); // from here, where no frame of ours is seen
    }
  }

  /**
   * A class loader of the program is asked for a class, before its own code hears of that. Returns
   * the class if instrumented code refers to it.
   *
   * @param loader the loader; or another object, with a method of the same name
   * @param name of the class
   * @return null for all other classes
   */
  @HiddenFrame
  public static @Nullable Class<?> shown(Object loader, @Nullable String name) {
    if (name == null || !name.startsWith(OURS) || !(loader instanceof ClassLoader)) {
      return null;
    }
    try {
      ClassLoader own = Probes.class.getClassLoader();
      boolean hosted = own instanceof Supplier && name.startsWith(HOSTED);
      return hosted || name.startsWith(RUNTIME) ? Class.forName(name, false, own) : null;
    } catch (ClassNotFoundException | LinkageError e) {
      return null; // it may be the program's own
    } catch (StackOverflowError e) {
      throw new StackOverflowError(); // from here, where no frame of ours is seen
    }
  }

  /**
   * Stands for {@link Runtime#halt}.
   *
   * @param runtime the object on which the program called it
   * @param status the exit code
   */
  @HiddenFrame
  public static void halt(Runtime runtime, int status) {
    runtime.halt(SINK.programHalts(status));
  }

  /**
   * Stands for {@link System#exit} where only the program ends, and not the JVM.
   *
   * @param status the exit code
   */
  @HiddenFrame
  public static void exit(int status) {
    SINK.programExits(status);
  }

  /**
   * Stands for {@link Runtime#exit} and {@link Runtime#halt} where only the program ends, and not
   * the JVM.
   *
   * @param runtime the object on which the program called it
   * @param status the exit code
   */
  @HiddenFrame
  public static void exit(@Nullable Runtime runtime, int status) {
    SINK.programExits(status);
  }
}
