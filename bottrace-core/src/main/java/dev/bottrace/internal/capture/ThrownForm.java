package dev.bottrace.internal.capture;

import dev.bottrace.trace.CapturedValue;
import dev.bottrace.trace.CapturedValue.NotCaptured;
import dev.bottrace.trace.CapturedValue.Thrown;
import dev.bottrace.trace.NotCapturedReason;
import java.io.WriteAbortedException;
import org.jspecify.annotations.Nullable;

/** Captures exceptions with their messages, never by a {@code getMessage} of the program. */
final class ThrownForm {
  private static final HiddenField MESSAGE = HiddenField.of("java.lang.Throwable", "detailMessage");

  private ThrownForm() {}

  static Form of(Class<?> type) {
    String name = TypeNames.of(type);
    if (isHarmless(type)) {
      return (value, walk) -> captured(name, ((Throwable) value).getMessage(), walk);
    }
    if (MESSAGE.isReadable()) {
      return (value, walk) -> captured(name, (String) MESSAGE.read(value), walk);
    }
    CapturedValue unknown = new NotCaptured(NotCapturedReason.NOT_READABLE, "");
    return inherits(type)
        ? (value, walk) -> captured(name, ((Throwable) value).getMessage(), walk)
        : (value, walk) -> new Thrown(name, unknown);
  }

  private static Thrown captured(String name, @Nullable String message, Walk walk) {
    return new Thrown(name, message == null ? null : walk.text(message));
  }

  /** Some JDK exceptions put messages together themselves; one of them asks its cause. */
  private static boolean isHarmless(Class<?> type) {
    return JdkClasses.containInBase(type) && type != WriteAbortedException.class;
  }

  /** Tells whether the message is that of Throwable itself. */
  private static boolean inherits(Class<?> type) {
    try {
      for (Class<?> c = type; c != null && c != Throwable.class; c = c.getSuperclass()) {
        if (declaresMessage(c)) {
          return false;
        }
      }
      return true;
    } catch (LinkageError e) { // the class of some parameter is missing
      return false;
    }
  }

  private static boolean declaresMessage(Class<?> type) {
    try {
      return type.getDeclaredMethod("getMessage").getParameterCount() == 0;
    } catch (NoSuchMethodException e) {
      return false;
    }
  }
}
