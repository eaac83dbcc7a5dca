package dev.bottrace.assertj;

import dev.bottrace.trace.Call;

/** Writes calls one below the other, in the order in which they began. */
final class Timeline {
  private Timeline() {}

  /** Writes a call, with its thread if that is not main, and a remark unless it is empty. */
  static void write(Message message, Call call, String remark) {
    String thread = call.thread().main() ? "" : "  [" + call.thread() + ']';
    message.line(FrameText.of(call.method()) + thread + Message.remark(remark));
  }
}
