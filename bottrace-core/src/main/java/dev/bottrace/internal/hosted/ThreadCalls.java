package dev.bottrace.internal.hosted;

import static dev.bottrace.internal.hosted.ProgramCalls.PROGRAM;

import dev.bottrace.internal.hosted.StandsFor.Member;
import dev.bottrace.runtime.ProgramFrames;
import java.lang.Thread.UncaughtExceptionHandler;
import java.lang.ref.WeakReference;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;

/** Threads of a program, which have to end with it, and what they print when they end. */
public final class ThreadCalls {
  private ThreadCalls() {}

  /** Called before any method {@code start()}. */
  public static void starts(@Nullable Object started) {
    if (started instanceof Thread thread) {
      PROGRAM.starts(thread);
    }
  }

  /** Called with what the program has made: an executor service or a timer. */
  public static void created(@Nullable Object pool) {
    if (pool != null) {
      PROGRAM.created(pool);
    }
  }

  /** For references to the method; calls have {@link #starts} before them. */
  @StandsFor(value = Thread.class, member = Member.VIRTUAL)
  public static void start(Thread thread) {
    PROGRAM.starts(thread);
    thread.start();
  }

  @StandsFor(Thread.class)
  public static void setDefaultUncaughtExceptionHandler(
      @Nullable UncaughtExceptionHandler handler) {
    PROGRAM.uncaughtHandler(handler);
  }

  @StandsFor(Thread.class)
  public static @Nullable UncaughtExceptionHandler getDefaultUncaughtExceptionHandler() {
    return PROGRAM.uncaughtHandler();
  }

  /** Threads of others, such as those of the common pool, get theirs back. */
  @StandsFor(value = Thread.class, member = Member.VIRTUAL)
  public static void setContextClassLoader(Thread thread, @Nullable ClassLoader loader) {
    WeakReference<ClassLoader> before = new WeakReference<>(thread.getContextClassLoader());
    WeakReference<Thread> changed = new WeakReference<>(thread);
    thread.setContextClassLoader(loader);
    if (thread.getThreadGroup() == null || PROGRAM.owns(thread)) {
      return;
    }
    PROGRAM.atEnd(
        () -> {
          Thread alive = changed.get();
          if (alive != null && alive.getContextClassLoader() == loader) {
            alive.setContextClassLoader(before.get());
          }
        });
  }

  @StandsFor(Thread.class)
  public static void dumpStack() {
    ownStackTrace(new Exception("Stack trace"));
  }

  /**
   * Stands for {@link Throwable#printStackTrace()}, and for methods that happen to be called so.
   */
  public static void printStackTrace(Object thrown) throws Throwable {
    if (thrown instanceof Throwable throwable) {
      if (prints(throwable)) {
        throwable.printStackTrace();
      } else {
        ownStackTrace(throwable);
      }
    } else {
      call(thrown, "printStackTrace");
    }
  }

  /** Tells whether an exception prints itself in a way of its own. */
  private static boolean prints(Throwable thrown) {
    try {
      Class<?> declaring = thrown.getClass().getMethod("printStackTrace").getDeclaringClass();
      return declaring != Throwable.class;
    } catch (NoSuchMethodException e) {
      return false;
    }
  }

  /** What {@link Throwable#printStackTrace()} does where it is not overridden. */
  public static void ownStackTrace(Object thrown) {
    Throwable throwable = (Throwable) thrown;
    ProgramFrames.conceal(throwable);
    throwable.printStackTrace(PROGRAM.err());
  }

  private static void call(Object receiver, String name) throws Throwable {
    for (Class<?> type = receiver.getClass(); type != null; type = type.getSuperclass()) {
      for (Method method : type.getDeclaredMethods()) {
        if (method.getName().equals(name) && method.getParameterCount() == 0) {
          method.setAccessible(true);
          try {
            method.invoke(receiver);
          } catch (InvocationTargetException e) {
            throw e.getCause();
          }
          return;
        }
      }
    }
  }

  // Virtual threads, which Java 17 does not have: by reflection. They belong to no group.

  /** Stands for {@code Thread.startVirtualThread}. */
  public static Thread startVirtualThread(Runnable task) throws Throwable {
    return startBuilt(virtual(), task);
  }

  /** Stands for {@code Thread.Builder.start}. */
  public static Thread startBuilt(Object builder, Runnable task) throws Throwable {
    Thread thread = (Thread) onBuilder(builder, builderMethod("unstarted", Runnable.class), task);
    start(thread);
    return thread;
  }

  /** Called with what {@code Thread.Builder.factory} returns. */
  public static ThreadFactory tracked(ThreadFactory factory) {
    return task -> {
      Thread thread = factory.newThread(task);
      if (thread != null) {
        PROGRAM.starts(thread);
      }
      return thread;
    };
  }

  /** Stands for {@code Executors.newVirtualThreadPerTaskExecutor}. */
  public static ExecutorService newVirtualThreadPerTaskExecutor() throws Throwable {
    ThreadFactory factory = (ThreadFactory) onBuilder(virtual(), builderMethod("factory"));
    ExecutorService executor =
        (ExecutorService)
            Executors.class
                .getMethod("newThreadPerTaskExecutor", ThreadFactory.class)
                .invoke(null, tracked(factory));
    PROGRAM.created(executor);
    return executor;
  }

  private static Object virtual() throws ReflectiveOperationException {
    return Thread.class.getMethod("ofVirtual").invoke(null);
  }

  private static Method builderMethod(String name, Class<?>... parameters)
      throws ReflectiveOperationException {
    return Class.forName("java.lang.Thread$Builder").getMethod(name, parameters);
  }

  private static Object onBuilder(Object builder, Method method, Object... arguments)
      throws Throwable {
    try {
      return method.invoke(builder, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
