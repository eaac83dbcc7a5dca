package dev.bottrace.trace;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Collects what stands among the events. */
final class SnapshotPass extends CallPass {
  private final List<BreakpointSnapshot> snapshots = new ArrayList<>();
  private final List<ExceptionSnapshot> exceptions = new ArrayList<>();

  private SnapshotPass() {}

  static List<BreakpointSnapshot> snapshots(TraceRecording recording) {
    SnapshotPass pass = new SnapshotPass();
    pass.over(recording);
    return Collections.unmodifiableList(pass.snapshots);
  }

  static List<ExceptionSnapshot> exceptions(TraceRecording recording) {
    SnapshotPass pass = new SnapshotPass();
    pass.over(recording);
    return Collections.unmodifiableList(pass.exceptions);
  }

  @Override
  public void snapshot(BreakpointSnapshot snapshot) {
    snapshots.add(snapshot);
  }

  @Override
  public void exception(ExceptionSnapshot exception) {
    exceptions.add(exception);
  }
}
