package dev.bottrace.text;

import dev.bottrace.internal.line.LineBuffer;
import dev.bottrace.internal.line.PerMethod;
import dev.bottrace.trace.Argument;
import dev.bottrace.trace.CallCount;
import dev.bottrace.trace.TraceEventSink;
import dev.bottrace.trace.TracedMethod;
import dev.bottrace.trace.TracedThread;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes a trace as lines of text in UTF-8:
 *
 * <pre>
 * CALL App.main App.java:10
 * CALL Worker.run com/acme/Worker.java:15 [pool-1-thread-1]
 * RETURN Worker.run [pool-1-thread-1] !java.io.IOException
 * RETURN App.main
 * </pre>
 *
 * <p>Names are written as they are, but for control characters, which are written as {@code
 * \}{@code u001b}. A call that was open when the program ended is closed by a line that ends in
 * {@code !exit}. For use by one thread at a time.
 */
public final class TextTraceWriter implements TraceEventSink {
  private static final byte[] EXCEPTION = {' ', '!'};

  private final LineBuffer lines;
  private final int top;
  private final PerMethod calls = new PerMethod(method -> bytes("CALL " + method));
  private final PerMethod returns =
      new PerMethod(method -> bytes("RETURN " + method.displayName()));
  private int lastThread = -1;
  private byte[] lastSuffix = {};

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
    this.lines = new LineBuffer(out);
    this.top = top;
  }

  private static byte[] bytes(String text) {
    return escaped(text).getBytes(StandardCharsets.UTF_8);
  }

  private static String escaped(String text) {
    boolean plain = text.chars().noneMatch(Character::isISOControl);
    if (plain) {
      return text;
    }
    StringBuilder escaped = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      if (Character.isISOControl(character)) {
        escaped.append(String.format("\\u%04x", (int) character));
      } else {
        escaped.append(character);
      }
    }
    return escaped.toString();
  }

  @Override
  public void call(TracedMethod method, TracedThread thread, int depth, List<Argument> arguments)
      throws IOException {
    lines.begin();
    lines.append(calls.of(method));
    lines.append(suffix(thread));
    lines.end();
  }

  @Override
  public void returned(
      TracedMethod method,
      TracedThread thread,
      int depth,
      @Nullable String thrown,
      @Nullable String value)
      throws IOException {
    lines.begin();
    lines.append(returns.of(method));
    lines.append(suffix(thread));
    if (thrown != null) {
      lines.append(EXCEPTION);
      lines.append(bytes(thrown));
    }
    lines.end();
  }

  private byte[] suffix(TracedThread thread) {
    if (thread.index() != lastThread) {
      lastSuffix = thread.main() ? new byte[0] : bytes(" [" + thread.name() + "]");
      lastThread = thread.index();
    }
    return lastSuffix;
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
      line(
          String.format(
              "%11d calls to %s (%s)", count.count(), method.displayName(), method.location()));
      row++;
    }
  }

  private void line(String text) throws IOException {
    lines.begin();
    lines.append(bytes(text));
    lines.end();
  }

  @Override
  public void flush() throws IOException {
    lines.flush();
  }
}
