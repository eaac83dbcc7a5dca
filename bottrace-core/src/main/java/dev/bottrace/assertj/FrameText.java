package dev.bottrace.assertj;

import dev.bottrace.trace.Call;
import dev.bottrace.trace.CapturedValue;
import dev.bottrace.trace.FrameSnapshot;
import dev.bottrace.trace.TracedMethod;

/** Writes methods as stack traces do, which is what IDEs and consoles make clickable. */
final class FrameText {
  private FrameText() {}

  /** Returns {@code at com.acme.Orders.place(Orders.java:12)}. */
  static String of(TracedMethod method) {
    String name = method.className() + '.' + method.name();
    return frame(name, method.file(), method.line());
  }

  /** Returns the same, with its thread if it is an outermost call of another one than main. */
  static String of(Call call) {
    return of(call.method()) + thread(call);
  }

  /** Returns the thread of a call, if it is an outermost one and the thread is not main. */
  static String thread(Call call) {
    boolean named = call.caller().isEmpty() && !call.thread().main();
    return named ? "  [" + call.thread() + ']' : "";
  }

  /** Returns the same for a frame of a snapshot, which stands at the line that was reached. */
  static String of(FrameSnapshot frame) {
    return frame(name(frame), frame.file(), frame.line());
  }

  /** Returns class and method of a frame, with the package, which its path tells. */
  static String name(FrameSnapshot frame) {
    int packageEnd = frame.file().lastIndexOf('/') + 1;
    return frame.file().substring(0, packageEnd).replace('/', '.') + frame.function();
  }

  private static String frame(String name, String path, int line) {
    String shown = new CapturedValue.Plain(name).toString();
    return "at " + shown + '(' + source(path, line) + ')';
  }

  /** A class without a source is named by its class file in traces, and not at all in stacks. */
  private static String source(String path, int line) {
    String file = path.substring(path.lastIndexOf('/') + 1);
    if (file.endsWith(".class")) {
      return "Unknown Source";
    }
    return line == 0 ? file : file + ':' + line;
  }
}
