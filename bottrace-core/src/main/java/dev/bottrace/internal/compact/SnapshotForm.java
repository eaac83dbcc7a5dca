package dev.bottrace.internal.compact;

import dev.bottrace.trace.BreakpointSnapshot;
import dev.bottrace.trace.CapturedVariable;
import dev.bottrace.trace.ExceptionSnapshot;
import dev.bottrace.trace.FrameSnapshot;
import dev.bottrace.trace.Receipt;
import dev.bottrace.trace.WatchResult;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Snapshots and receipts as bodies of asides: their parts, in the order of the records. */
final class SnapshotForm {
  /** By their numbers, from 0. */
  private static final List<Receipt.Kind> KINDS =
      List.of(
          Receipt.Kind.BREAKPOINT,
          Receipt.Kind.INCLUDE,
          Receipt.Kind.EXCLUDE,
          Receipt.Kind.WATCH,
          Receipt.Kind.CALLS_TO);

  private SnapshotForm() {}

  static void write(BreakpointSnapshot snapshot, BodyWriter out) throws IOException {
    Instant time = snapshot.timestamp();
    out.text(snapshot.breakpoint()).number(time.getEpochSecond()).number(time.getNano());
    out.text(snapshot.thread());
    out.list(snapshot.stack(), frame -> write(frame, out, 0));
    out.list(snapshot.watches(), watch -> write(watch, out));
  }

  static BreakpointSnapshot readSnapshot(BodyReader in) throws MalformedTraceException {
    return new BreakpointSnapshot(
        in.text(),
        time(in.longNumber(), in.number()),
        in.text(),
        in.list(() -> readFrame(in)),
        in.list(() -> readWatch(in)));
  }

  private static Instant time(long seconds, int nanos) throws MalformedTraceException {
    try {
      return Instant.ofEpochSecond(seconds, nanos);
    } catch (DateTimeException | ArithmeticException e) {
      throw new MalformedTraceException("there is no such time");
    }
  }

  private static void write(FrameSnapshot frame, BodyWriter out, int level) throws IOException {
    out.text(frame.function()).text(frame.file()).number(frame.line());
    List<CapturedVariable> locals = frame.locals();
    out.flag(locals != null);
    if (locals != null) {
      out.list(locals, local -> ValueForm.write(local, out, level));
    }
    writeOrNull(frame.note(), out);
  }

  private static FrameSnapshot readFrame(BodyReader in) throws MalformedTraceException {
    return new FrameSnapshot(
        in.text(),
        in.text(),
        in.number(),
        in.flag() ? in.list(() -> ValueForm.readVariable(in)) : null,
        readTextOrNull(in));
  }

  private static void write(WatchResult watch, BodyWriter out) throws IOException {
    out.text(watch.expression());
    ValueForm.write(watch.value(), out, 0);
    writeOrNull(watch.error(), out);
  }

  private static WatchResult readWatch(BodyReader in) throws MalformedTraceException {
    return new WatchResult(in.text(), ValueForm.readOrNull(in), readTextOrNull(in));
  }

  /**
   * Writes an exception.
   *
   * @param level how deep it is inside others, from 0
   */
  static void write(ExceptionSnapshot exception, BodyWriter out, int level) throws IOException {
    if (level == Aside.MOST_NESTED) {
      throw new IOException("exceptions are nested more than " + level + " levels deep");
    }
    out.text(exception.type());
    writeOrNull(exception.message(), out);
    out.text(exception.thread());
    out.list(exception.stack(), frame -> write(frame, out, level + 1));
    ExceptionSnapshot cause = exception.cause();
    out.flag(cause != null);
    if (cause != null) {
      write(cause, out, level + 1);
    }
    out.list(exception.suppressed(), suppressed -> write(suppressed, out, level + 1));
    writeOrNull(exception.note(), out);
  }

  static ExceptionSnapshot readException(BodyReader in) throws MalformedTraceException {
    return in.nested(
        () ->
            new ExceptionSnapshot(
                in.text(),
                readTextOrNull(in),
                in.text(),
                in.list(() -> readFrame(in)),
                in.flag() ? readException(in) : null,
                in.list(() -> readException(in)),
                readTextOrNull(in)));
  }

  static void write(Receipt receipt, BodyWriter out) throws IOException {
    out.number(KINDS.indexOf(receipt.kind())).text(receipt.subject()).text(receipt.reason());
  }

  static Receipt readReceipt(BodyReader in) throws MalformedTraceException {
    int kind = in.number();
    if (kind < 0 || kind >= KINDS.size()) {
      throw new MalformedTraceException("a receipt is of an unknown kind");
    }
    return new Receipt(KINDS.get(kind), in.text(), in.text());
  }

  private static void writeOrNull(@Nullable String text, BodyWriter out) throws IOException {
    out.flag(text != null);
    if (text != null) {
      out.text(text);
    }
  }

  private static @Nullable String readTextOrNull(BodyReader in) throws MalformedTraceException {
    return in.flag() ? in.text() : null;
  }
}
