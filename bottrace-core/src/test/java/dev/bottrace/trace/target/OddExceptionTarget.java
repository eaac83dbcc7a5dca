package dev.bottrace.trace.target;

import java.util.function.Supplier;

/** Ends with an exception whose methods do what nobody expects. */
public final class OddExceptionTarget {
  private OddExceptionTarget() {}

  public static void main(String[] args) {
    switch (args[0]) {
      case "no-frames" -> throw new OddException(() -> null, () -> null);
      case "failing-frames" -> throw new OddException(OddExceptionTarget::fail, () -> null);
      case "failing-cause" -> throw new OddException(() -> null, OddExceptionTarget::fail);
      default -> throw new IllegalArgumentException(args[0]);
    }
  }

  private static <T> T fail() {
    throw new AssertionError("as asked");
  }

  private static final class OddException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Supplier<StackTraceElement[]> frames;
    private final transient Supplier<Throwable> cause;

    OddException(Supplier<StackTraceElement[]> frames, Supplier<Throwable> cause) {
      super("odd");
      this.frames = frames;
      this.cause = cause;
    }

    @Override
    public StackTraceElement[] getStackTrace() {
      return frames.get();
    }

    @Override
    public synchronized Throwable getCause() {
      return cause.get();
    }
  }
}
