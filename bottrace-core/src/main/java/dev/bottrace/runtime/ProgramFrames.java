package dev.bottrace.runtime;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes the stack traces of a program inside a host look as under {@code java}. */
public final class ProgramFrames {
  private static final List<String> OURS =
      List.of(
          "dev.bottrace.runtime.",
          "dev.bottrace.internal.hosted.",
          "dev.bottrace.internal.launch.");

  /** Whose frame is below that of the program's {@code main}. */
  private static final String MAIN = "dev.bottrace.internal.launch.HostedMain";

  private ProgramFrames() {}

  /**
   * Takes our frames out of an exception and of those that it holds, as far as these let it: what
   * their own methods throw is no concern of the program.
   *
   * @param thrown the exception, which is changed
   */
  public static void conceal(Throwable thrown) {
    try {
      conceal(thrown, Collections.newSetFromMap(new IdentityHashMap<>()));
    } catch (StackOverflowError e) {
      return; // it has causes without end
    }
  }

  /** Who ends a thread waits for its end. By name, as later JDKs are without the one class. */
  private static void passOnEnd(Throwable thrown) {
    if (thrown instanceof ProgramExit exit) {
      throw exit;
    }
    if (thrown instanceof Error error
        && error.getClass().getName().equals("java.lang.ThreadDeath")) {
      throw error;
    }
  }

  private static void conceal(@Nullable Throwable thrown, Set<Throwable> seen) {
    if (thrown == null || !seen.add(thrown)) {
      return;
    }
    concealFrames(thrown);
    conceal(cause(thrown), seen);
    for (Throwable suppressed : thrown.getSuppressed()) {
      conceal(suppressed, seen);
    }
  }

  /**
   * Returns what caused an exception, as far as the exception tells.
   *
   * @param thrown the exception
   * @return null also where its own method throws
   */
  @SuppressWarnings("CatchingUnchecked") // whatever a method of the program throws
  public static @Nullable Throwable cause(Throwable thrown) {
    try {
      return thrown.getCause();
    } catch (Throwable e) {
      passOnEnd(e);
      return null;
    }
  }

  @SuppressWarnings("CatchingUnchecked") // as above
  private static void concealFrames(Throwable thrown) {
    try {
      StackTraceElement @Nullable [] frames = thrown.getStackTrace();
      List<StackTraceElement> shown = frames == null ? List.of() : shown(frames);
      if (frames != null && shown.size() < frames.length) {
        thrown.setStackTrace(shown.toArray(new StackTraceElement[0]));
      }
    } catch (Throwable e) {
      passOnEnd(e);
    }
  }

  /** What is below the program's main is ours, with the JDK's frames for starting a thread. */
  private static List<StackTraceElement> shown(StackTraceElement[] frames) {
    List<StackTraceElement> shown = new ArrayList<>(frames.length);
    for (StackTraceElement frame : frames) {
      String name = frame.getClassName();
      if (name.equals(MAIN)) {
        break;
      }
      if (OURS.stream().noneMatch(name::startsWith)) {
        shown.add(frame);
      }
    }
    return shown;
  }
}
