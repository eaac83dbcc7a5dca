package dev.bottrace.internal.launch;

import dev.bottrace.runtime.HostSettings;
import dev.bottrace.runtime.HostedProgram;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a program inside a host leaves to be done at its end, or running after it: shutdown hooks,
 * thread pools, threads.
 */
final class Leftovers {
  private static final long HOOK_MILLIS = 10_000;

  /** For threads that wait; those that run may just be short of a processor. */
  private static final long END_NANOS = 5_000_000_000L;

  private static final long END_NANOS_RUNNING = 10_000_000_000L;

  private final ClassLoader loader;
  private final ProgramThreads threads;
  private final ProgramEnd end;
  private final Consumer<String> notices;
  private final ProgramPools pools = new ProgramPools();
  private final ProgramHooks hooks = new ProgramHooks();
  private volatile @Nullable Thread ending;

  /**
   * Begins with nothing.
   *
   * @param loader of the program's classes
   * @param threads that the program has
   * @param end of the program
   * @param notices takes what is to be said of hooks
   */
  Leftovers(ClassLoader loader, ProgramThreads threads, ProgramEnd end, Consumer<String> notices) {
    this.loader = loader;
    this.threads = threads;
    this.end = end;
    this.notices = notices;
  }

  /** Returns the pools that the program has made. */
  ProgramPools pools() {
    return pools;
  }

  /** Returns what the program wants to be done at its end. */
  ProgramHooks hooks() {
    return hooks;
  }

  /** Tells whether a thread is ours, and ends those of the program. */
  boolean isEndedBy(Thread thread) {
    return thread == ending;
  }

  /** Runs the shutdown hooks, unless the program halts, and waits for them. */
  void runHooks() throws InterruptedException {
    List<Thread> started = end.isHalted() ? List.of() : hooks.begin();
    started.forEach(Thread::start);
    long deadline = System.nanoTime() + HOOK_MILLIS * 1_000_000;
    for (Thread hook : started) {
      while (hook.isAlive() && !end.isHalted()) {
        long left = (deadline - System.nanoTime()) / 1_000_000;
        if (left <= 0) {
          notices.accept(
              "shutdown hook " + hook.getName() + " was ended after " + HOOK_MILLIS / 1000 + " s");
          break;
        }
        hook.join(Math.min(left, 20));
      }
    }
  }

  /**
   * Ends the program, and waits for its threads, at most for ten seconds; puts back what it
   * changed.
   *
   * @param program the program
   * @return the threads that can't be ended
   */
  List<Thread> end(HostedProgram program) {
    end.end();
    Thread closing = pools.isEmpty() ? null : closePools();
    List<Thread> left = threads.alive();
    long start = System.nanoTime();
    boolean interrupted = false;
    for (long pause = 1; !left.isEmpty() && mayEnd(left, start); left = threads.alive()) {
      left.stream().filter(thread -> thread != closing).forEach(Thread::interrupt);
      interrupted |= pause(left.get(0), pause);
      pause = Math.min(2 * pause, 50);
    }
    ending = null; // from here on it ends too, should it be held up
    hooks.finish();
    HostSettings.putBack(program);
    threads.leave();
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return left;
  }

  private static boolean mayEnd(List<Thread> left, long start) {
    boolean run = left.stream().anyMatch(thread -> thread.getState() == Thread.State.RUNNABLE);
    return System.nanoTime() - start < (run ? END_NANOS_RUNNING : END_NANOS);
  }

  private Thread closePools() {
    Thread closing = new Thread(threads, pools::shutDown, "bottrace-end", 0, false);
    closing.setDaemon(true);
    closing.setContextClassLoader(loader);
    ending = closing;
    closing.start();
    return closing;
  }

  /** Waits for a thread. An interrupt of the waiting one is for its caller, later. */
  private static boolean pause(Thread thread, long millis) {
    try {
      thread.join(millis);
      return false;
    } catch (InterruptedException e) {
      return true;
    }
  }
}
