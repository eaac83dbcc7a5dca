package dev.bottrace.host.target;

import dev.bottrace.Tracer;
import dev.bottrace.trace.Trace;

/** Begins to record its own package, as a test does that stands beside what it tests. */
public final class SelfRecording {
  private SelfRecording() {}

  /** Returns two levels of calls. */
  public static Trace outline() {
    return Tracer.record(() -> new Nest().leaves(2))
        .include("dev.bottrace.host.target")
        .calls()
        .maxDepth(2)
        .execute();
  }
}
