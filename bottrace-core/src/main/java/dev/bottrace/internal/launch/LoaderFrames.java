package dev.bottrace.internal.launch;

import java.util.ArrayList;
import java.util.List;

/**
 * Makes the stack traces of what a {@link TracingClassLoader} throws look as if the loader of the
 * JDK, whose place it takes, had thrown it.
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

  /** Puts the frames of the JDK's loader in the place of ours; returns what it was given. */
  <T extends Throwable> T replaced(T thrown) {
    List<StackTraceElement> frames = new ArrayList<>();
    boolean inside = false;
    for (StackTraceElement frame : thrown.getStackTrace()) {
      boolean ours = frame.getClassName().startsWith(OURS);
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
