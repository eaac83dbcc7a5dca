package dev.bottrace.cli;

import dev.bottrace.runtime.HiddenFrame;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The class that the JVM starts, and the only one of ours that stays on the stack of the program's
 * main thread: without a frame that could be seen.
 *
 * <p>For that it is defined by the boot loader. Unless all of ours is there, it sees none of our
 * other classes, and finds {@link Bottrace} by name.
 */
public final class Main {
  private Main() {}

  /**
   * Runs the command line, and after that what it has made ready.
   *
   * @param arguments of the command line
   * @throws Throwable what the program throws
   */
  @HiddenFrame
  public static void main(String[] arguments) throws Throwable {
    Object[] program = prepare(arguments);
    try {
      call(program[0], (String[]) program[1]);
    } catch (Throwable e) {
      if (e instanceof VirtualMachineError) {
        conceal(e);
      }
      tell(program[2], e);
      throw e;
    }
  }

  @HiddenFrame
  @SuppressWarnings("unchecked")
  private static void call(Object main, String[] arguments) {
    ((Consumer<String[]>) main).accept(arguments);
  }

  @SuppressWarnings("unchecked")
  private static void tell(Object listener, Throwable uncaught) {
    ((Consumer<Throwable>) listener).accept(uncaught);
  }

  /**
   * Takes out frames that the JVM hides, but not where it ran out of memory or stack: those below
   * the program's, and those of a probe that found no stack, with what it called.
   */
  private static void conceal(Throwable thrown) {
    StackTraceElement[] frames = thrown.getStackTrace();
    int end = frames.length;
    while (end > 0 && isOfStart(frames[end - 1].getClassName())) {
      end--;
    }
    int begin = end;
    while (begin > 0 && !frames[begin - 1].getClassName().startsWith("dev.bottrace.")) {
      begin--;
    }
    thrown.setStackTrace(Arrays.copyOfRange(frames, begin, end));
  }

  /** The names of hidden classes have a slash. */
  private static boolean isOfStart(String className) {
    return className.startsWith("dev.bottrace.")
        || className.startsWith("java.lang.invoke.")
        || className.indexOf('/') >= 0;
  }

  private static Object[] prepare(String[] arguments) throws ReflectiveOperationException {
    boolean alone =
        Main.class.getClassLoader() == null
            && ClassLoader.getSystemClassLoader() instanceof Supplier<?>;
    return (alone ? byName() : new Bottrace()).apply(arguments);
  }

  /** The system class loader is ours too, and tells where the rest is. */
  @SuppressWarnings("unchecked")
  private static Function<String[], Object[]> byName() throws ReflectiveOperationException {
    ClassLoader loader = (ClassLoader) ((Supplier<?>) ClassLoader.getSystemClassLoader()).get();
    Class<?> commandLine = Class.forName("dev.bottrace.cli.Bottrace", true, loader);
    return (Function<String[], Object[]>) commandLine.getConstructor().newInstance();
  }
}
