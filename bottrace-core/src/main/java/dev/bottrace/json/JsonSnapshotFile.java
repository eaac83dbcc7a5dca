package dev.bottrace.json;

import static dev.bottrace.json.JsonText.array;
import static dev.bottrace.json.JsonText.bytes;

import dev.bottrace.internal.line.LineBuffer;
import dev.bottrace.trace.Argument;
import dev.bottrace.trace.BreakpointSnapshot;
import dev.bottrace.trace.CallCount;
import dev.bottrace.trace.ExceptionSnapshot;
import dev.bottrace.trace.Receipt;
import dev.bottrace.trace.TraceEventSink;
import dev.bottrace.trace.TracedMethod;
import dev.bottrace.trace.TracedThread;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes snapshots to a file that is one JSON object:
 *
 * <pre>
 * {"version":1,"snapshots":[
 * {"breakpoint":"com/acme/Core.java:42", ...}
 * ,{"breakpoint":"com/acme/Core.java:42", ...}
 * ],"exception":{"type":"java.io.IOException", ...},
 * "receipts":[{"kind":"watch","subject":"a.b","reason":"never evaluated"}]}
 * </pre>
 *
 * <p>Each snapshot stands on a line of its own, in the form of {@link JsonTraceWriter}, and goes to
 * the file as it comes. The exception is the first one; it is null if there was none. Others are in
 * {@code furtherExceptions}, up to a million characters of them; {@code droppedExceptions} says how
 * many are not. Both keys are there only when needed. Calls, returns and counts are left out. The
 * schema is {@link TraceSchema#FILE}.
 *
 * <p>The content goes to a temporary file in the same directory first, which takes the name of the
 * file when it is {@linkplain #finish finished}, and with it the permissions of the file that had
 * the name before. Where no other file can have the name, as with {@code /dev/stdout} or a pipe,
 * the content goes there at once. For use by one thread at a time.
 */
public final class JsonSnapshotFile implements TraceEventSink, Closeable {
  private static final String HEAD = "{\"version\":1,\"snapshots\":[";
  private static final int MOST_FURTHER = 1_000_000;

  private final OutputFile file;
  private final LineBuffer lines;
  private long snapshots;
  private @Nullable String exception;
  private final List<String> further = new ArrayList<>();
  private int furtherSize;
  private long dropped;
  private List<Receipt> receipts = List.of();
  private boolean ended;

  /**
   * Opens a file.
   *
   * @param path its name; a file that has it stays what it is until {@link #finish}
   * @throws FileSystemException if it names a directory, lies in none, or can't be written
   * @throws IOException if something else is wrong
   */
  public JsonSnapshotFile(Path path) throws IOException {
    this(OutputFile.of(path));
  }

  JsonSnapshotFile(OutputFile file) throws IOException {
    this.file = file;
    lines = new LineBuffer(file.stream());
    line(HEAD);
  }

  private void line(String json) throws IOException {
    lines.begin();
    lines.append(bytes(json));
    lines.end();
  }

  @Override
  public void call(TracedMethod method, TracedThread thread, int depth, List<Argument> arguments) {}

  @Override
  public void returned(
      TracedMethod method,
      TracedThread thread,
      int depth,
      @Nullable String thrown,
      @Nullable String value) {}

  /** The comma comes first, so that the file can be completed after each line. */
  @Override
  public void snapshot(BreakpointSnapshot snapshot) throws IOException {
    String json = SnapshotJson.of(snapshot);
    line(snapshots == 0 ? json : ',' + json);
    snapshots++;
  }

  @Override
  public void exception(ExceptionSnapshot uncaught) {
    String json = SnapshotJson.of(uncaught);
    if (exception == null) {
      exception = json;
    } else if (dropped == 0 && furtherSize + json.length() <= MOST_FURTHER) {
      further.add(json);
      furtherSize += json.length();
    } else {
      dropped++;
    }
  }

  @Override
  public void counts(Iterable<CallCount> counts) {}

  @Override
  public void receipts(List<Receipt> all) {
    receipts = List.copyOf(all);
  }

  /** Does nothing once the file is finished or given up. */
  @Override
  public void flush() throws IOException {
    if (!ended) {
      lines.flush();
    }
  }

  /**
   * Completes the file. If there is no room for all of it, it is completed after the last snapshot
   * that was written; if there is none for that either, there is no file.
   *
   * @throws IOException if something could not be written
   */
  @Override
  public void finish() throws IOException {
    if (ended) {
      return;
    }
    ended = true;
    try {
      line(tail());
      lines.flush();
      file.complete();
    } catch (IOException e) {
      completeWithout(e);
      throw e;
    }
  }

  private String tail() {
    return "],\"exception\":"
        + exception
        + (further.isEmpty() ? "" : ",\n\"furtherExceptions\":" + array(further, json -> json))
        + (dropped == 0 ? "" : ",\"droppedExceptions\":" + dropped)
        + ",\n\"receipts\":"
        + array(receipts, SnapshotJson::of)
        + '}';
  }

  /** Writes the end after what is in the file. */
  private void completeWithout(IOException failure) {
    try {
      file.stream().write(bytes((file.isEmpty() ? HEAD + '\n' : "") + tail() + '\n'));
      file.complete();
    } catch (IOException e) {
      failure.addSuppressed(e);
      file.discard();
    }
  }

  /** Gives the file up, unless it is finished. */
  @Override
  public void close() {
    if (!ended) {
      ended = true;
      file.discard();
    }
  }
}
