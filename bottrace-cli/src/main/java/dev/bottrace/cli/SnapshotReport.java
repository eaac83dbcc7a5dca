package dev.bottrace.cli;

import dev.bottrace.json.SnapshotSummary;
import dev.bottrace.option.ProcessHost;
import dev.bottrace.trace.BreakpointSnapshot;
import dev.bottrace.trace.TraceEventSink;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Tells of snapshots: of each one when it is taken, of all of them at the end. */
final class SnapshotReport extends ForwardingSink {
  private final RunOutput output;
  private final OutputStream stdout;
  private final ProcessHost host;
  private long snapshots;

  SnapshotReport(TraceEventSink next, RunOutput output, OutputStream stdout, ProcessHost host) {
    super(next);
    this.output = output;
    this.stdout = stdout;
    this.host = host;
  }

  /** The count comes last: a snapshot that could not be taken whole comes again. */
  @Override
  public void snapshot(BreakpointSnapshot snapshot) throws IOException {
    if (output.verbose()) {
      host.notice("SNAPSHOT #" + (snapshots + 1) + " at " + snapshot.breakpoint());
    }
    super.snapshot(snapshot);
    snapshots++;
  }

  @Override
  public void finish() throws IOException {
    super.finish();
    if (output.printResult()) {
      String line = new SnapshotSummary(output.jsonOut(), snapshots).json() + "\n";
      stdout.write(line.getBytes(StandardCharsets.UTF_8));
      stdout.flush();
    }
  }
}
