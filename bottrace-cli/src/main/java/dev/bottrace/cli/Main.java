package dev.bottrace.cli;

import dev.bottrace.runtime.HiddenFrame;
import java.lang.invoke.MethodHandle;
import java.util.function.Function;

/**
 * The class that the JVM starts, and the only one of ours that stays on the stack of the program's
 * main thread: without a frame that could be seen.
 *
 * <p>For that it is defined by the boot loader, where it sees none of our other classes; so it
 * finds {@link Bottrace} by name.
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
    ((MethodHandle) program[0]).invokeExact((String[]) program[1]);
  }

  @SuppressWarnings("unchecked")
  private static Object[] prepare(String[] arguments) throws ReflectiveOperationException {
    ClassLoader own = Main.class.getClassLoader();
    ClassLoader loader = own == null ? ClassLoader.getSystemClassLoader() : own;
    Class<?> commandLine = Class.forName("dev.bottrace.cli.Bottrace", true, loader);
    Function<String[], Object[]> bottrace =
        (Function<String[], Object[]>) commandLine.getConstructor().newInstance();
    return bottrace.apply(arguments);
  }
}
