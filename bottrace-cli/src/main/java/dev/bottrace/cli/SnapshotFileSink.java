package dev.bottrace.cli;

import dev.bottrace.json.JsonSnapshotFile;
import dev.bottrace.trace.BreakpointSnapshot;
import dev.bottrace.trace.ExceptionSnapshot;
import dev.bottrace.trace.Receipt;
import dev.bottrace.trace.TraceEventSink;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps snapshots in a file of their own; exceptions stay in the trace too. */
final class SnapshotFileSink extends ForwardingSink {
  private final JsonSnapshotFile file;

  /** What is in the trace and not in the file, and so comes again. */
  private @Nullable ExceptionSnapshot halfTaken;

  SnapshotFileSink(TraceEventSink trace, JsonSnapshotFile file) {
    super(trace);
    this.file = file;
  }

  @Override
  public void snapshot(BreakpointSnapshot snapshot) throws IOException {
    file.snapshot(snapshot);
  }

  @Override
  public boolean keepsSnapshots() {
    return true;
  }

  @Override
  @SuppressWarnings("ReferenceEquality") // equal ones may come of several threads
  public void exception(ExceptionSnapshot exception) throws IOException {
    if (exception != halfTaken) {
      super.exception(exception);
      halfTaken = exception;
    }
    file.exception(exception);
    halfTaken = null;
  }

  @Override
  public void receipts(List<Receipt> receipts) throws IOException {
    file.receipts(receipts);
    super.receipts(receipts);
  }

  @Override
  public void flush() throws IOException {
    super.flush();
    file.flush();
  }

  /** Completes the file also where the trace can't be written. */
  @Override
  public void finish() throws IOException {
    try {
      super.finish();
    } catch (IOException e) {
      finishAfter(e);
      throw e;
    }
    file.finish();
  }

  private void finishAfter(IOException failure) {
    try {
      file.finish();
    } catch (IOException e) {
      failure.addSuppressed(e);
    }
  }
}
