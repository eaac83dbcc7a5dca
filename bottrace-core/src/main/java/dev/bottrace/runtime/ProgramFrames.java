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
   * Takes our frames out of an exception and of those that it holds.
   *
   * @param thrown the exception, which is changed
   */
  public static void conceal(Throwable thrown) {
    conceal(thrown, Collections.newSetFromMap(new IdentityHashMap<>()));
  }

  private static void conceal(@Nullable Throwable thrown, Set<Throwable> seen) {
    if (thrown == null || !seen.add(thrown)) {
      return;
    }
    StackTraceElement[] frames = thrown.getStackTrace();
    List<StackTraceElement> shown = shown(frames);
    if (shown.size() < frames.length) {
      thrown.setStackTrace(shown.toArray(new StackTraceElement[0]));
    }
    conceal(thrown.getCause(), seen);
    for (Throwable suppressed : thrown.getSuppressed()) {
      conceal(suppressed, seen);
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
