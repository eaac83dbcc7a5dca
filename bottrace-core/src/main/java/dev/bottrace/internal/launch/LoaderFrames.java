package dev.bottrace.internal.launch;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Makes the stack traces of what a {@link TracingClassLoader} or an {@link AppClassPath} throws
 * look as if the JDK, whose place it takes, had thrown it.
 */
final class LoaderFrames {
  private static final String OURS = "dev.bottrace.";

  private final ClassLoader application;

  /**
   * Makes a template.
   *
   * @param application loader of the JDK
   */
  LoaderFrames(ClassLoader application) {
    this.application = application;
  }

  /** Takes our frames out, where those of the JDK's loader are below them. */
  static void hideOurs(Throwable thrown) {
    thrown.setStackTrace(
        Stream.of(thrown.getStackTrace())
            .filter(frame -> !isOurs(frame))
            .toArray(StackTraceElement[]::new));
  }

  private static boolean isOurs(StackTraceElement frame) {
    return frame.getClassName().startsWith(OURS);
  }

  /** Puts the frames of the JDK's loader in the place of ours; returns what it was given. */
  <T extends Throwable> T replaced(T thrown) {
    List<StackTraceElement> frames = new ArrayList<>();
    boolean inside = false;
    for (StackTraceElement frame : thrown.getStackTrace()) {
      boolean ours = isOurs(frame);
      if (inside && !ours) {
        frames.addAll(template());
      }
      inside = ours;
      if (!ours) {
        frames.add(frame);
      }
    }
    thrown.setStackTrace(frames.toArray(new StackTraceElement[0]));
    return thrown;
  }

  /** The frames that the JDK's loader has where ours has its own, in this release of the JDK. */
  private List<StackTraceElement> template() {
    List<StackTraceElement> frames = new ArrayList<>();
    try {
      application.loadClass("");
    } catch (ClassNotFoundException e) {
      for (StackTraceElement frame : e.getStackTrace()) {
        if (!frame.getClassName().startsWith("jdk.internal.loader.")) {
          break;
        }
        frames.add(frame);
      }
    }
    return frames;
  }
}
