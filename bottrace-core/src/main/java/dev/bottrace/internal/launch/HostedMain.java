package dev.bottrace.internal.launch;

import dev.bottrace.runtime.ProgramExit;
import java.util.function.Consumer;

/** Calls the {@code main} of a program inside a host, in its first thread. */
final class HostedMain implements Runnable {
  private final Consumer<String[]> main;
  private final String[] arguments;
  private final Consumer<Throwable> uncaught;

  /**
   * Makes what the thread is to run.
   *
   * @param main calls the method
   * @param arguments for it
   * @param uncaught takes what leaves it, unless it is the end of the program
   */
  HostedMain(Consumer<String[]> main, String[] arguments, Consumer<Throwable> uncaught) {
    this.main = main;
    this.arguments = arguments;
    this.uncaught = uncaught;
  }

  @Override
  public void run() {
    try {
      main.accept(arguments);
    } catch (ProgramExit e) {
      return;
    } catch (Throwable e) {
      uncaught.accept(e);
    }
  }
}
