package dev.bottrace.text;

import dev.bottrace.internal.line.Escapes;
import dev.bottrace.trace.BreakpointSnapshot;
import dev.bottrace.trace.CapturedVariable;
import dev.bottrace.trace.ExceptionSnapshot;
import dev.bottrace.trace.FrameSnapshot;
import dev.bottrace.trace.WatchResult;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The lines of a snapshot, which belong together. */
final class SnapshotText {
  private static final String INDENT = "  ";

  private final List<String> lines = new ArrayList<>();

  private SnapshotText() {}

  /** Returns the lines of an exception, without the end of the last one. */
  static String of(ExceptionSnapshot exception) {
    SnapshotText text = new SnapshotText();
    text.head("Exception: " + named(exception), exception.thread());
    text.body("", exception, List.of());
    return text.toString();
  }

  /** Returns the lines of a breakpoint, without the end of the last one. */
  static String of(BreakpointSnapshot snapshot) {
    SnapshotText text = new SnapshotText();
    text.head("Breakpoint: " + snapshot.breakpoint(), snapshot.thread());
    snapshot.stack().forEach(frame -> text.frame(INDENT, frame));
    if (!snapshot.watches().isEmpty()) {
      text.line("Watches:");
      snapshot.watches().forEach(watch -> text.line(INDENT + described(watch)));
    }
    return text.toString();
  }

  private void head(String subject, String thread) {
    line(thread.equals("main") ? subject : subject + " [" + thread + "]");
    line("");
    line("Stack:");
  }

  private void body(String indent, ExceptionSnapshot exception, List<FrameSnapshot> enclosing) {
    List<FrameSnapshot> stack = exception.stack();
    int common = common(stack, enclosing);
    stack.subList(0, stack.size() - common).forEach(frame -> frame(indent + INDENT, frame));
    if (common > 0) {
      line(indent + INDENT + "... " + common + " more");
    }
    note(indent + INDENT, exception.note());
    for (ExceptionSnapshot suppressed : exception.suppressed()) {
      line(indent + INDENT + "Suppressed: " + named(suppressed));
      body(indent + INDENT, suppressed, stack);
    }
    ExceptionSnapshot cause = exception.cause();
    if (cause != null) {
      line(indent + "Caused by: " + named(cause));
      body(indent, cause, stack);
    }
  }

  /** Counts the outermost frames that stand in the lines of the enclosing exception already. */
  private static int common(List<FrameSnapshot> stack, List<FrameSnapshot> enclosing) {
    int most = Math.min(stack.size(), enclosing.size());
    int common = 0;
    while (common < most
        && isShownBy(
            stack.get(stack.size() - 1 - common), enclosing.get(enclosing.size() - 1 - common))) {
      common++;
    }
    return common;
  }

  private static boolean isShownBy(FrameSnapshot frame, FrameSnapshot shown) {
    return frame.equals(shown)
        || (frame.locals() == null
            && frame.note() == null
            && frame.function().equals(shown.function())
            && frame.file().equals(shown.file())
            && frame.line() == shown.line());
  }

  private static String named(ExceptionSnapshot exception) {
    return exception.message() == null
        ? exception.type()
        : exception.type() + '(' + exception.message() + ')';
  }

  private void frame(String indent, FrameSnapshot frame) {
    String at = frame.line() == 0 ? frame.file() : frame.file() + ':' + frame.line();
    line(indent + frame.function() + "() " + at);
    List<CapturedVariable> locals = frame.locals();
    if (locals != null && !locals.isEmpty()) {
      line(indent + INDENT + "Locals:");
      for (CapturedVariable local : locals) {
        line(indent + INDENT + INDENT + local.name() + ": " + local.value());
      }
    }
    note(indent + INDENT, frame.note());
  }

  private void note(String indent, @Nullable String note) {
    if (note != null) {
      line(indent + '(' + note + ')');
    }
  }

  private static String described(WatchResult watch) {
    return watch.error() == null
        ? watch.expression() + ": " + watch.value()
        : watch.expression() + ": error: " + watch.error();
  }

  private void line(String line) {
    lines.add(Escapes.escaped(line));
  }

  @Override
  public String toString() {
    return String.join("\n", lines);
  }
}
