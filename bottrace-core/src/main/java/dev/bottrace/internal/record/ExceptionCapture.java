package dev.bottrace.internal.record;

import dev.bottrace.internal.capture.Capture;
import dev.bottrace.internal.capture.ObjectFields;
import dev.bottrace.internal.capture.ValueCapturer;
import dev.bottrace.internal.symbol.SymbolTable;
import dev.bottrace.option.StateOptions;
import dev.bottrace.trace.ExceptionSnapshot;
import dev.bottrace.trace.FrameSnapshot;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes snapshots of exceptions, without running the program's own methods of them. */
final class ExceptionCapture {
  /** Exceptions that one carries along at most, as causes and suppressed ones together. */
  private static final int MOST = 100;

  private final StackCapture stacks;
  private final ValueCapturer capturer;
  private final boolean locals;

  ExceptionCapture(SymbolTable symbols, StateOptions options) {
    this.stacks = new StackCapture(symbols);
    this.capturer = new ValueCapturer(options.limits(), options.redaction());
    this.locals = options.locals();
  }

  /**
   * Makes a snapshot.
   *
   * @param thread name of the thread that the exception ends
   * @param left variables of the frames that it has left, innermost first
   */
  ExceptionSnapshot of(Throwable thrown, String thread, List<CallVariables> left) {
    return new Carried(thread, capturer.begin()).snapshot(thrown, left);
  }

  /** An exception and all that it carries along, each once. */
  private final class Carried {
    private final Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final String thread;
    private final Capture capture;

    Carried(String thread, Capture capture) {
      this.thread = thread;
      this.capture = capture;
    }

    ExceptionSnapshot snapshot(Throwable thrown, List<CallVariables> left) {
      seen.add(thrown);
      StackTraceElement[] trace = stackTrace(thrown);
      List<FrameSnapshot> stack =
          trace == null
              ? List.of()
              : stacks.snapshots(trace, locals && !left.isEmpty() ? left : null, capture);
      Throwable cause = cause(thrown);
      List<ExceptionSnapshot> suppressed = new ArrayList<>();
      for (Throwable other : thrown.getSuppressed()) {
        if (isNew(other)) {
          suppressed.add(snapshot(other, List.of()));
        }
      }
      return new ExceptionSnapshot(
          thrown.getClass().getName(),
          message(thrown),
          thread,
          stack,
          cause != null && isNew(cause) ? snapshot(cause, List.of()) : null,
          suppressed,
          trace == null ? "its class has a getStackTrace of its own" : null);
    }

    private boolean isNew(Throwable other) {
      return seen.size() < MOST && !seen.contains(other);
    }
  }

  private static StackTraceElement @Nullable [] stackTrace(Throwable thrown) {
    return isOfJdk(thrown, "getStackTrace") ? thrown.getStackTrace() : null;
  }

  private static @Nullable String message(Throwable thrown) {
    return asksNobody(thrown) ? thrown.getMessage() : (String) field(thrown, "detailMessage");
  }

  private static @Nullable Throwable cause(Throwable thrown) {
    if (isOfJdk(thrown, "getCause")) {
      return thrown.getCause();
    }
    Throwable cause = (Throwable) field(thrown, "cause");
    return cause == thrown ? null : cause;
  }

  /** Some exceptions of other packages of the JDK have the message of their cause. */
  private static boolean asksNobody(Throwable thrown) {
    String type = thrown.getClass().getName();
    boolean plain = type.startsWith("java.") || declares(thrown, "getMessage", Throwable.class);
    return plain && isOfJdk(thrown, "getMessage");
  }

  private static boolean declares(Throwable thrown, String method, Class<?> by) {
    try {
      return thrown.getClass().getMethod(method).getDeclaringClass() == by;
    } catch (ReflectiveOperationException | LinkageError e) {
      return false;
    }
  }

  private static boolean isOfJdk(Throwable thrown, String method) {
    try {
      return StackCapture.isOfJdk(thrown.getClass().getMethod(method).getDeclaringClass());
    } catch (ReflectiveOperationException | LinkageError e) {
      return false;
    }
  }

  private static @Nullable Object field(Throwable thrown, String name) {
    for (Field field : ObjectFields.of(Throwable.class).instance()) {
      if (field.getName().equals(name)) {
        try {
          return ObjectFields.read(field, thrown);
        } catch (IllegalAccessException e) {
          return null;
        }
      }
    }
    return null;
  }
}
