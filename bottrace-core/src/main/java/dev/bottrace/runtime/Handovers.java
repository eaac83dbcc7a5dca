package dev.bottrace.runtime;

import java.util.Arrays;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The static methods that the JDK's own executors, timers and threads call while somebody wants to
 * know where tasks come from. None of them throws, but for what {@code Thread.stop} throws into a
 * thread, and none keeps a task.
 *
 * <p>In the boot loader, where the JDK sees it, once a JVM, whatever else of ours is loaded how
 * often. So it knows types of the JDK alone, and is called by reflection by who listens.
 */
public final class Handovers {
  /** A task is made, or put into the queue that comes with it, by the current thread. */
  public static final int HANDED_OVER = 0;

  /** A task was taken out of the queue that comes with it, and is not run by that. */
  public static final int WITHDRAWN = 1;

  /** The current thread begins to run a task of the queue that comes with it. */
  public static final int BEGINS = 2;

  /** The current thread no longer runs a task, which may be run again. */
  public static final int ENDS = 3;

  /** The current thread no longer runs a task, and nobody runs it again. */
  public static final int DONE = 4;

  /** How many kinds there are; a listener is an array with one element for each. */
  public static final int KINDS = 5;

  @SuppressWarnings({"unchecked", "rawtypes"}) // of an array
  private static final BiConsumer<Object, @Nullable Object>[][] NOBODY = new BiConsumer[0][];

  private static volatile BiConsumer<Object, @Nullable Object>[][] listeners = NOBODY;
  private static @Nullable Runnable putBack;

  private Handovers() {}

  /**
   * Adds a listener.
   *
   * @param listener takes a task and its queue, which may be null, for each kind
   * @param install has the JDK call this class, and returns what undoes that; asked only by the
   *     first listener. What it throws is thrown, and nobody listens then
   */
  public static synchronized void add(
      BiConsumer<Object, @Nullable Object>[] listener, Supplier<Runnable> install) {
    if (putBack == null) {
      putBack = install.get();
    }
    BiConsumer<Object, @Nullable Object>[][] more = Arrays.copyOf(listeners, listeners.length + 1);
    more[listeners.length] = listener;
    listeners = more;
  }

  /**
   * Takes a listener away. After the last one the JDK is what it was.
   *
   * @param listener one that was added; nothing happens if it was not
   */
  public static synchronized void remove(BiConsumer<Object, @Nullable Object>[] listener) {
    BiConsumer<Object, @Nullable Object>[][] before = listeners;
    int at = Arrays.asList(before).indexOf(listener);
    if (at < 0) {
      return;
    }
    BiConsumer<Object, @Nullable Object>[][] fewer = Arrays.copyOf(before, before.length - 1);
    System.arraycopy(before, at + 1, fewer, at, fewer.length - at);
    listeners = fewer;
    Runnable undo = putBack;
    if (fewer.length == 0 && undo != null) {
      putBack = null;
      undo.run();
    }
  }

  @HiddenFrame
  private static void tell(int kind, @Nullable Object task, @Nullable Object queue) {
    if (task == null) {
      return; // the JDK is about to refuse it
    }
    for (BiConsumer<Object, @Nullable Object>[] listener : listeners) {
      tell(listener[kind], task, queue);
    }
  }

  @HiddenFrame
  private static void tell(
      BiConsumer<Object, @Nullable Object> listener, Object task, @Nullable Object queue) {
    try {
      listener.accept(task, queue);
    } catch (RuntimeException | VirtualMachineError | LinkageError e) {
      return; // no stack or memory: this one is not linked
    }
  }

  /**
   * A task is made or started.
   *
   * @param task the task
   */
  @HiddenFrame
  public static void handedOver(@Nullable Object task) {
    tell(HANDED_OVER, task, null);
  }

  /**
   * A task is made that is run by whoever has it: one of the JDK's own, since others are handed
   * over by a call.
   *
   * @param task the task
   */
  @HiddenFrame
  public static void made(Object task) {
    if (task.getClass().getClassLoader() == null) {
      tell(HANDED_OVER, task, null);
    }
  }

  /**
   * A task is given to an executor.
   *
   * @param task the task
   * @param queue the executor
   */
  @HiddenFrame
  public static void handedOver(@Nullable Object task, Object queue) {
    tell(HANDED_OVER, task, queue);
  }

  /**
   * An executor does not take a task.
   *
   * @param task the task
   * @param queue the executor
   */
  @HiddenFrame
  public static void withdrawn(@Nullable Object task, Object queue) {
    tell(WITHDRAWN, task, queue);
  }

  /**
   * A task was removed from an executor, if it was there.
   *
   * @param removed whether it was
   * @param task the task
   * @param queue the executor
   */
  @HiddenFrame
  public static void removed(boolean removed, @Nullable Object task, Object queue) {
    if (removed) {
      tell(WITHDRAWN, task, queue);
    }
  }

  /** The current thread is one that runs tasks of many. */
  @HiddenFrame
  public static void works() {
    tell(WITHDRAWN, Thread.currentThread(), null);
  }

  /**
   * A task begins.
   *
   * @param task the task
   */
  @HiddenFrame
  public static void begins(@Nullable Object task) {
    tell(BEGINS, task, null);
  }

  /**
   * A task begins that was given to an executor.
   *
   * @param task the task
   * @param queue the executor
   */
  @HiddenFrame
  public static void begins(@Nullable Object task, Object queue) {
    tell(BEGINS, task, queue);
  }

  /**
   * A task has ended, for now.
   *
   * @param task the task
   */
  @HiddenFrame
  public static void ends(@Nullable Object task) {
    tell(ENDS, task, null);
  }

  /**
   * The task of an executor has ended that the current thread ran.
   *
   * @param queue the executor
   */
  @HiddenFrame
  public static void endsIn(Object queue) {
    tell(ENDS, queue, queue);
  }

  /**
   * A task has ended for good.
   *
   * @param task the task
   */
  @HiddenFrame
  public static void done(@Nullable Object task) {
    tell(DONE, task, null);
  }

  /**
   * A task was tried, and may not have been ready.
   *
   * @param live whether it is to be tried again
   * @param task the task
   */
  @HiddenFrame
  public static void tried(boolean live, @Nullable Object task) {
    tell(live ? ENDS : DONE, task, null);
  }
}
