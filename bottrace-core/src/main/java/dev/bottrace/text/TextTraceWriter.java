package dev.bottrace.text;

import dev.bottrace.internal.line.Escapes;
import dev.bottrace.internal.line.EventLines;
import dev.bottrace.internal.line.LineBuffer;
import dev.bottrace.internal.line.LineForm;
import dev.bottrace.internal.line.LineSink;
import dev.bottrace.trace.Argument;
import dev.bottrace.trace.BreakpointSnapshot;
import dev.bottrace.trace.CallCount;
import dev.bottrace.trace.ExceptionSnapshot;
import dev.bottrace.trace.TaskOrigin;
import dev.bottrace.trace.TracedMethod;
import dev.bottrace.trace.TracedThread;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes a trace as lines of text in UTF-8:
 *
 * <pre>
 * CALL App.main App.java:10
 * CALL Config.load com/acme/Config.java:5 (path="/etc/x", retries=3)
 * RETURN Config.load = Config{path="/etc/x"}
 * CALL Worker.run com/acme/Worker.java:15 [pool-1-thread-1] from App.submit App.java:33
 * RETURN Worker.run [pool-1-thread-1] !java.io.IOException
 * RETURN App.main
 * </pre>
 *
 * <p>{@code from} says where a task was handed over, before the values, on the calls with which it
 * begins.
 *
 * <p>A call that was open when the program ended is closed by a line that ends in {@code !exit}.
 *
 * <p>A snapshot is a block of lines:
 *
 * <pre>
 * Exception: java.lang.IllegalStateException(no such user) [pool-1-thread-1]
 *
 * Stack:
 *   Users.get() com/acme/Users.java:42
 *     Locals:
 *       id: "abc123"
 *   Worker.run() com/acme/Worker.java:15
 *     (a note on what is missing)
 *   Suppressed: java.io.IOException
 *     Pool.close() com/acme/Pool.java:9
 *     ... 2 more
 * Caused by: java.io.IOException(disk full)
 *   Disk.read() com/acme/Disk.java:7
 *   ... 1 more
 * </pre>
 *
 * <p>The thread is named unless it is {@code main}; an exception without a message has no
 * parentheses; outermost frames that an exception shares with the one around it are counted only; a
 * frame whose line is not known has none. That of a breakpoint begins with {@code Breakpoint:
 * com/acme/Core.java:42}, has no time, so that two runs can be compared, and ends with its watches,
 * as in {@code items.size(): 42} or {@code user.name: error: user is null}.
 *
 * <p>Names are written as they are, but for control characters and halves of surrogate pairs, which
 * are written as {@code \}{@code u001b}. For use by one thread at a time.
 */
@SuppressWarnings("exports") // what it extends is for the recorder alone
public final class TextTraceWriter extends LineSink {
  private static final int COUNT_WIDTH = 11;

  private final LineBuffer lines;
  private final EventLines plain;
  private final int top;

  // What the latest line with an exception ended with: where memory has ended, it is the next
  // one's.
  private int lastThread = -1;
  private String lastThrown = "";
  private byte[] lastEnd = {};

  /**
   * Makes a writer of whole summaries.
   *
   * @param out where the lines go; written to in large pieces, whole lines each, and never closed
   */
  public TextTraceWriter(OutputStream out) {
    this(out, 0);
  }

  /**
   * Makes a writer.
   *
   * @param out where the lines go; written to in large pieces, whole lines each, and never closed
   * @param top rows of the summary of counts; 0 is all
   */
  public TextTraceWriter(OutputStream out, int top) {
    this(new LineBuffer(out), top);
  }

  private TextTraceWriter(LineBuffer lines, int top) {
    this(lines, new EventLines(lines, new PlainLine()), top);
  }

  private TextTraceWriter(LineBuffer lines, EventLines plain, int top) {
    super(plain);
    this.lines = lines;
    this.plain = plain;
    this.top = top;
  }

  /** The lines of events without values. */
  private static final class PlainLine implements LineForm {
    @Override
    public byte[] callStart(TracedMethod method) {
      return Escapes.bytes("CALL " + method);
    }

    @Override
    public byte[] returnStart(TracedMethod method) {
      return Escapes.bytes("RETURN " + method.displayName());
    }

    @Override
    public byte[] end(TracedThread thread) {
      byte[] name = Escapes.bytes(suffix(thread));
      byte[] end = Arrays.copyOf(name, name.length + 1);
      end[name.length] = '\n';
      return end;
    }

    @Override
    public byte[] endOfMain() {
      return new byte[] {'\n'};
    }
  }

  @Override
  public void call(TracedMethod method, TracedThread thread, int depth, List<Argument> arguments)
      throws IOException {
    if (arguments.isEmpty()) {
      plain.call(method, thread);
    } else {
      line(plain.callStart(method), suffix(thread) + list(arguments));
    }
  }

  @Override
  public void call(
      TracedMethod method,
      TracedThread thread,
      int depth,
      List<Argument> arguments,
      TaskOrigin origin)
      throws IOException {
    String values = arguments.isEmpty() ? "" : list(arguments);
    line(plain.callStart(method), suffix(thread) + " from " + origin + values);
  }

  private static String list(List<Argument> arguments) {
    return arguments.stream()
        .map(argument -> argument.name() + '=' + argument.value())
        .collect(Collectors.joining(", ", " (", ")"));
  }

  @Override
  public void returned(
      TracedMethod method,
      TracedThread thread,
      int depth,
      @Nullable String thrown,
      @Nullable String value)
      throws IOException {
    if (value == null && thrown == null) {
      plain.returned(method, thread);
    } else if (value == null) {
      line(plain.returnStart(method), endOf(thread, String.valueOf(thrown)));
    } else {
      String exception = thrown == null ? "" : " !" + thrown;
      line(plain.returnStart(method), suffix(thread) + " = " + value + exception);
    }
  }

  private byte[] endOf(TracedThread thread, String thrown) {
    if (thread.index() != lastThread || !thrown.equals(lastThrown)) {
      lastEnd = Escapes.bytes(suffix(thread) + " !" + thrown);
      lastThread = thread.index();
      lastThrown = thrown;
    }
    return lastEnd;
  }

  private void line(byte[] start, String rest) throws IOException {
    line(start, Escapes.bytes(rest));
  }

  private void line(byte[] start, byte[] rest) throws IOException {
    lines.begin();
    lines.append(start);
    lines.append(rest);
    lines.end();
  }

  private static String suffix(TracedThread thread) {
    return thread.main() ? "" : " [" + thread.name() + "]";
  }

  @Override
  public void snapshot(BreakpointSnapshot snapshot) throws IOException {
    block(SnapshotText.of(snapshot));
  }

  @Override
  public void exception(ExceptionSnapshot exception) throws IOException {
    block(SnapshotText.of(exception));
  }

  /** Writes lines that were escaped one by one, all or none of them. */
  private void block(String text) throws IOException {
    lines.begin();
    lines.append(text.getBytes(StandardCharsets.UTF_8));
    lines.end();
  }

  @Override
  public void counts(Iterable<CallCount> counts) throws IOException {
    line(top == 0 ? "Call Counts:" : "Call Counts (Top " + top + "):");
    int row = 0;
    for (CallCount count : counts) {
      if (top != 0 && row == top) {
        break;
      }
      TracedMethod method = count.method();
      String number = Long.toString(count.count());
      line(
          " ".repeat(Math.max(0, COUNT_WIDTH - number.length()))
              + number
              + " calls to "
              + method.displayName()
              + " ("
              + method.location()
              + ")");
      row++;
    }
  }

  private void line(String text) throws IOException {
    lines.begin();
    lines.append(Escapes.bytes(text));
    lines.end();
  }

  @Override
  public void flush() throws IOException {
    lines.flush();
  }
}
