package dev.bottrace.internal.record;

import java.lang.StackWalker.Option;
import java.lang.StackWalker.StackFrame;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The frames of the current thread, from the method that called a probe outwards, without those
 * that the JVM hides.
 *
 * <p>The JVM is asked for all frames, and the hidden ones are left out here: JDK 17's stack walker
 * fails with an {@link InternalError} when nothing but hidden frames is left for its next batch, as
 * may be below the program's {@code main}.
 */
final class VisibleStack {
  private static final StackWalker WALKER =
      StackWalker.getInstance(Set.of(Option.RETAIN_CLASS_REFERENCE, Option.SHOW_HIDDEN_FRAMES), 64);

  private VisibleStack() {}

  static <T> T walk(Function<Stream<StackFrame>, T> use) {
    return WALKER.walk(
        frames ->
            use.apply(
                frames
                    .dropWhile(frame -> isOurs(frame.getClassName()))
                    .takeWhile(frame -> !isOurs(frame.getClassName()))
                    .filter(frame -> !isHidden(frame))));
  }

  private static boolean isHidden(StackFrame frame) {
    return frame.getDeclaringClass().isHidden()
        || frame.getClassName().startsWith("java.lang.invoke.");
  }

  static boolean isOurs(String className) {
    return className.startsWith("dev.bottrace.internal.")
        || className.startsWith("dev.bottrace.runtime.")
        || className.equals("dev.bottrace.cli.Main");
  }
}
