package dev.bottrace.runtime;

import java.io.File;
import java.io.InputStream;
import java.io.PrintStream;
import java.lang.Thread.UncaughtExceptionHandler;
import java.lang.invoke.MethodHandle;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * A program inside a JVM that has other work to do: what it has of its own in place of what a JVM
 * has once. Asked by the code that stands for the JDK's in such a program. Safe for use by any
 * number of threads.
 */
public interface HostedProgram {
  /** Knows the program; implemented by the loader of its classes. */
  interface Source {
    /**
     * Returns the program.
     *
     * @return the same object each time
     */
    HostedProgram hostedProgram();
  }

  /**
   * Tells whether the program has been ended. Asked for once.
   *
   * @return a handle that takes nothing, and returns a {@code boolean}: false, and once true for
   *     good, in a way that lets the JIT compiler take it for a constant
   */
  MethodHandle ending();

  /**
   * Tells the same where the handle can't be called, for which a call at the end of a stack has no
   * room. Asked for once.
   *
   * @return of one element
   */
  boolean[] ended();

  /** Throws a {@link ProgramExit} if the current thread is to end. */
  void checkEnd();

  /**
   * Ends the program as {@link System#exit} ends a JVM. Does not return normally.
   *
   * @param status the exit code
   */
  void exit(int status);

  /**
   * Ends the program as {@link Runtime#halt} ends a JVM. Does not return normally.
   *
   * @param status the exit code
   */
  void halt(int status);

  /**
   * Returns the loader of its classes.
   *
   * @return what is to it the system class loader
   */
  ClassLoader classLoader();

  /**
   * Hears that the program is about to make a class loader, or to give one a class. Does not return
   * normally where such classes can't be kept from harming the host: the program is ended then.
   */
  void makesLoader();

  /**
   * Ends the program as it would harm its host. Does not return normally before it has ended.
   *
   * @param reason what it does, a verb first
   */
  void refuse(String reason);

  /**
   * Changes a class as all others of the program are changed.
   *
   * @param neighbour the class in whose loader and package it is about to be hidden
   * @param classFile the class
   * @return what to define in its place
   */
  byte[] hiddenClass(Class<?> neighbour, byte[] classFile);

  /**
   * Returns its system properties.
   *
   * @return those of the host as they were when it began, and what it changed since
   */
  Properties properties();

  /**
   * Replaces its system properties.
   *
   * @param properties the new ones; null is what they were when it began
   */
  void properties(@Nullable Properties properties);

  /**
   * Returns its standard output.
   *
   * @return what {@code System.out} is to it
   */
  PrintStream out();

  /**
   * Replaces its standard output.
   *
   * @param stream the new one
   */
  void out(PrintStream stream);

  /**
   * Returns its standard error.
   *
   * @return what {@code System.err} is to it
   */
  PrintStream err();

  /**
   * Replaces its standard error.
   *
   * @param stream the new one
   */
  void err(PrintStream stream);

  /**
   * Returns its standard input.
   *
   * @return what {@code System.in} is to it
   */
  InputStream in();

  /**
   * Replaces its standard input.
   *
   * @param stream the new one
   */
  void in(InputStream stream);

  /**
   * Registers a thread to run at its end.
   *
   * @param hook the thread
   * @throws IllegalArgumentException if it is registered already, or runs
   * @throws IllegalStateException if the program is ending
   */
  void addHook(Thread hook);

  /**
   * Takes back a thread that was to run at its end.
   *
   * @param hook the thread
   * @return whether it was registered
   * @throws IllegalStateException if the program is ending
   */
  boolean removeHook(Thread hook);

  /**
   * Deletes a file at its end.
   *
   * @param file which
   */
  void deleteAtEnd(File file);

  /**
   * Returns what hears of the exceptions that end its threads.
   *
   * @return its default handler; null if it has set none
   */
  @Nullable UncaughtExceptionHandler uncaughtHandler();

  /**
   * Says what is to hear of the exceptions that end its threads.
   *
   * @param handler its default handler; null is none
   */
  void uncaughtHandler(@Nullable UncaughtExceptionHandler handler);

  /**
   * Called before one of its threads starts.
   *
   * @param thread the thread
   */
  void starts(Thread thread);

  /**
   * Tells whether a thread is its own, and ends with it.
   *
   * @param thread any thread
   * @return whether it belongs to no host and no other program
   */
  boolean owns(Thread thread);

  /**
   * Called when it has made something whose threads end when they are told to.
   *
   * @param pool an executor service, a timer or a socket
   */
  void created(Object pool);

  /**
   * Does something at its end, the last one first.
   *
   * @param action puts back what it changed in the JVM; does not throw
   */
  void atEnd(Runnable action);
}
