package dev.bottrace.json;

import static dev.bottrace.json.JsonText.array;
import static dev.bottrace.json.JsonText.object;
import static dev.bottrace.json.JsonText.quoted;

import dev.bottrace.trace.BreakpointSnapshot;
import dev.bottrace.trace.CapturedVariable;
import dev.bottrace.trace.ExceptionSnapshot;
import dev.bottrace.trace.FrameSnapshot;
import dev.bottrace.trace.Receipt;
import dev.bottrace.trace.WatchResult;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Captured state as JSON objects, each on one line. */
final class SnapshotJson {
  private SnapshotJson() {}

  static String of(BreakpointSnapshot snapshot) {
    return "{\"breakpoint\":"
        + quoted(snapshot.breakpoint())
        + ",\"timestamp\":"
        + seconds(snapshot.timestamp())
        + ",\"thread\":"
        + quoted(snapshot.thread())
        + ",\"stack\":"
        + array(snapshot.stack(), SnapshotJson::of)
        + ",\"watches\":"
        + array(snapshot.watches(), SnapshotJson::of)
        + '}';
  }

  /** To the millisecond before. By hand, as the program may have no stack for BigDecimal. */
  private static String seconds(Instant time) {
    long seconds = time.getEpochSecond();
    int millis = time.getNano() / 1_000_000;
    String sign = seconds < 0 ? "-" : "";
    if (seconds < 0 && millis > 0) {
      seconds++;
      millis = 1000 - millis;
    }
    return sign + Math.abs(seconds) + '.' + Integer.toString(1000 + millis).substring(1);
  }

  private static String of(FrameSnapshot frame) {
    String locals =
        frame.locals() == null
            ? "null"
            : object(frame.locals(), CapturedVariable::name, local -> local.value().toString());
    return "{\"function\":"
        + quoted(frame.function())
        + ",\"filename\":"
        + quoted(frame.file())
        + ",\"lineno\":"
        + frame.line()
        + ",\"locals\":"
        + locals
        + note(frame.note())
        + '}';
  }

  private static String of(WatchResult watch) {
    return "{\"expression\":"
        + quoted(watch.expression())
        + ",\"value\":"
        + quoted(watch.value() == null ? null : watch.value().toString())
        + ",\"error\":"
        + quoted(watch.error())
        + '}';
  }

  /** Returns an exception as a line of a trace. */
  static String event(ExceptionSnapshot exception) {
    return "{\"event\":\"exception\"," + of(exception).substring(1);
  }

  static String of(ExceptionSnapshot exception) {
    return exception(exception, ",\"thread\":" + quoted(exception.thread()));
  }

  private static String carried(ExceptionSnapshot exception) {
    return exception(exception, "");
  }

  private static String exception(ExceptionSnapshot exception, String thread) {
    return "{\"type\":"
        + quoted(exception.type())
        + ",\"message\":"
        + quoted(exception.message())
        + thread
        + ",\"stack\":"
        + array(exception.stack(), SnapshotJson::of)
        + ",\"cause\":"
        + (exception.cause() == null ? "null" : carried(exception.cause()))
        + ",\"suppressed\":"
        + array(exception.suppressed(), SnapshotJson::carried)
        + note(exception.note())
        + '}';
  }

  private static String note(@Nullable String note) {
    return note == null ? "" : ",\"note\":" + quoted(note);
  }

  static String of(Receipt receipt) {
    return "{\"kind\":"
        + quoted(receipt.kind().option())
        + ",\"subject\":"
        + quoted(receipt.subject())
        + ",\"reason\":"
        + quoted(receipt.reason())
        + '}';
  }
}
