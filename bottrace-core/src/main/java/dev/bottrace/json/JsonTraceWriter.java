package dev.bottrace.json;

import static dev.bottrace.json.JsonText.bytes;
import static dev.bottrace.json.JsonText.object;
import static dev.bottrace.json.JsonText.quoted;

import dev.bottrace.internal.line.LineBuffer;
import dev.bottrace.internal.line.PerMethod;
import dev.bottrace.trace.Argument;
import dev.bottrace.trace.BreakpointSnapshot;
import dev.bottrace.trace.CallCount;
import dev.bottrace.trace.ExceptionSnapshot;
import dev.bottrace.trace.TaskOrigin;
import dev.bottrace.trace.TraceEventSink;
import dev.bottrace.trace.TracedMethod;
import dev.bottrace.trace.TracedThread;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes a trace as one JSON object a line (NDJSON, UTF-8):
 *
 * <pre>
 * {"event":"call","method":"App.main","file":"App.java","line":10,"thread":"main","depth":1}
 * {"event":"return","method":"App.main","file":"App.java","line":10,"thread":"main","depth":1}
 * {"event":"count","method":"App.main","file":"App.java","line":10,"count":1}
 * {"event":"exception","type":"java.io.IOException","message":"disk full","thread":"main",
 *   "stack":[{"function":"Disk.read","filename":"com/acme/Disk.java","lineno":7,"locals":null}],
 *   "cause":null,"suppressed":[]}
 * {"breakpoint":"com/acme/Core.java:42","timestamp":1706640000.123,"thread":"main",
 *   "stack":[{"function":"Core.process","filename":"com/acme/Core.java","lineno":42,
 *     "locals":{"item":"Item{id=123}","count":"5"}}],
 *   "watches":[{"expression":"items.size()","value":"42","error":null}]}
 * </pre>
 *
 * <p>{@code line} is the method's first line, 0 if unknown. For code that is not traced, {@code
 * file} and {@code line} are those of the call, and where that file is of another package, {@code
 * class} is the binary name of the class that is called. A call has a key {@code args}, an object
 * that maps names to values, if it has arguments and they were asked for; a return has {@code
 * value} in the same way, {@code thrown} with the exception's class if one was thrown, and {@code
 * "ended":true} if the program ended before it. Values are strings, rendered as in text. What a
 * breakpoint saw is the one object without a key {@code event}. Frames and exceptions of which
 * something is missing have a key {@code note} that says what.
 *
 * <p>A call with which a task begins has a key {@code from}, if links were asked for: an object
 * with the {@code method} that handed the task over, the {@code file} and {@code line} where it
 * did, its {@code thread}, and {@code call}, which is that call's number among all calls of the
 * trace, from 0; null if it is not there.
 *
 * <p>The schema is {@link TraceSchema#TRACE}. For use by one thread at a time.
 */
public final class JsonTraceWriter implements TraceEventSink {
  private final LineBuffer lines;
  private final int top;
  private final PerMethod calls =
      new PerMethod(method -> bytes("{\"event\":\"call\"" + fields(method)));
  private final PerMethod returns =
      new PerMethod(method -> bytes("{\"event\":\"return\"" + fields(method)));
  private int lastThread = -1;
  private byte[] lastField = {};

  /**
   * Makes a writer of whole summaries.
   *
   * @param out where the lines go; written to in large pieces, whole lines each, and never closed
   */
  public JsonTraceWriter(OutputStream out) {
    this(out, 0);
  }

  /**
   * Makes a writer.
   *
   * @param out where the lines go; written to in large pieces, whole lines each, and never closed
   * @param top lines of the summary of counts; 0 is all
   */
  public JsonTraceWriter(OutputStream out, int top) {
    this.lines = new LineBuffer(out);
    this.top = top;
  }

  private static String fields(TracedMethod method) {
    return ",\"method\":"
        + quoted(method.displayName())
        + typeField(method)
        + ",\"file\":"
        + quoted(method.file())
        + ",\"line\":"
        + method.line();
  }

  /** A call of code that is not traced is made in a file of another package. */
  private static String typeField(TracedMethod method) {
    String file = method.file();
    String inPackage = file.substring(0, Math.max(0, file.lastIndexOf('/'))).replace('/', '.');
    return inPackage.equals(method.packageName()) ? "" : ",\"class\":" + quoted(method.className());
  }

  @Override
  public void call(TracedMethod method, TracedThread thread, int depth, List<Argument> arguments)
      throws IOException {
    call(method, thread, depth, arguments, "");
  }

  @Override
  public void call(
      TracedMethod method,
      TracedThread thread,
      int depth,
      List<Argument> arguments,
      TaskOrigin origin)
      throws IOException {
    call(method, thread, depth, arguments, from(origin));
  }

  private void call(
      TracedMethod method, TracedThread thread, int depth, List<Argument> arguments, String from)
      throws IOException {
    event(calls.of(method), thread, depth);
    if (!from.isEmpty()) {
      lines.append(bytes(from));
    }
    if (!arguments.isEmpty()) {
      lines.append(bytes(",\"args\":" + object(arguments, Argument::name, Argument::value)));
    }
    lines.append('}');
    lines.end();
  }

  private static String from(TaskOrigin origin) {
    return ",\"from\":{\"method\":"
        + quoted(origin.method().displayName())
        + ",\"file\":"
        + quoted(origin.method().file())
        + ",\"line\":"
        + origin.line()
        + ",\"thread\":"
        + quoted(origin.thread().name())
        + ",\"call\":"
        + (origin.call() < 0 ? "null" : Long.toString(origin.call()))
        + '}';
  }

  @Override
  public void returned(
      TracedMethod method,
      TracedThread thread,
      int depth,
      @Nullable String thrown,
      @Nullable String value)
      throws IOException {
    event(returns.of(method), thread, depth);
    if (value != null) {
      lines.append(bytes(",\"value\":" + quoted(value)));
    }
    if (thrown != null) {
      lines.append(
          bytes(thrown.equals(ENDED) ? ",\"ended\":true" : ",\"thrown\":" + quoted(thrown)));
    }
    lines.append('}');
    lines.end();
  }

  private void event(byte[] prepared, TracedThread thread, int depth) {
    lines.begin();
    lines.append(prepared);
    lines.append(field(thread));
    lines.append(depth);
  }

  private byte[] field(TracedThread thread) {
    if (thread.index() != lastThread) {
      lastField = bytes(",\"thread\":" + quoted(thread.name()) + ",\"depth\":");
      lastThread = thread.index();
    }
    return lastField;
  }

  @Override
  public void snapshot(BreakpointSnapshot snapshot) throws IOException {
    line(SnapshotJson.of(snapshot));
  }

  @Override
  public void exception(ExceptionSnapshot exception) throws IOException {
    line(SnapshotJson.event(exception));
  }

  private void line(String json) throws IOException {
    lines.begin();
    lines.append(bytes(json));
    lines.end();
  }

  @Override
  public void counts(Iterable<CallCount> counts) throws IOException {
    int row = 0;
    for (CallCount count : counts) {
      if (top != 0 && row == top) {
        break;
      }
      line("{\"event\":\"count\"" + fields(count.method()) + ",\"count\":" + count.count() + "}");
      row++;
    }
  }

  @Override
  public void flush() throws IOException {
    lines.flush();
  }
}
