package dev.bottrace.runtime;

import java.lang.invoke.MethodHandle;
import java.util.function.Consumer;

/** A {@code main} that only a method handle can call; without a frame in stack traces. */
public final class MainHandle implements Consumer<String[]> {
  private final MethodHandle main;

  /**
   * Makes one.
   *
   * @param main of type {@code (String[])void}
   */
  public MainHandle(MethodHandle main) {
    this.main = main;
  }

  /**
   * Calls it. What it throws goes on as it is, checked exceptions too.
   *
   * @param arguments for the method
   */
  @HiddenFrame
  @Override
  public void accept(String[] arguments) {
    try {
      main.invokeExact(arguments);
    } catch (Throwable e) {
      throw MainHandle.<RuntimeException>unchecked(e);
    }
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <T extends Throwable> T unchecked(Throwable thrown) throws T {
    throw (T) thrown;
  }
}
