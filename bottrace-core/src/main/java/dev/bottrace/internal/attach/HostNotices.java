package dev.bottrace.internal.attach;

import dev.bottrace.internal.record.RecordedParts;
import dev.bottrace.internal.record.RecorderOwner;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What there is to say of a recording in a host: a client hears it at once; without one, it is kept
 * for the trace. Safe for use by any number of threads.
 */
final class HostNotices implements RecorderOwner {
  private final @Nullable RecorderOwner client;
  private final List<String> kept = Collections.synchronizedList(new ArrayList<>());
  private volatile String stopped = "";

  /**
   * Makes an empty list.
   *
   * @param client hears of the recorder; null if nobody does
   */
  HostNotices(@Nullable RecorderOwner client) {
    this.client = client;
  }

  /** Returns what was kept so far, in the order in which it was said. */
  List<String> kept() {
    return kept;
  }

  /** Returns why nothing more was recorded from some event on; empty if all was. */
  String stopped() {
    return stopped;
  }

  /** Keeps a line for the trace, whether or not there is a client. */
  void keep(String line) {
    kept.add(line);
  }

  @Override
  public void limitReached(long events) {
    stopped = RecordedParts.limitReached(events);
    if (client == null) {
      kept.add("MAX_EVENTS reached (" + events + ")");
    } else {
      client.limitReached(events);
    }
  }

  @Override
  public void notice(String line) {
    if (client == null) {
      kept.add(line);
    } else {
      client.notice(line);
    }
  }

  @Override
  public void snapshotsTaken() {
    if (client != null) {
      client.snapshotsTaken();
    }
  }

  @Override
  public void writeFailed(IOException failure) {
    stopped = "recording stopped: " + failure.getMessage();
    if (client == null) {
      kept.add(stopped);
    } else {
      client.writeFailed(failure);
    }
  }

  /** Not called: in the classes of a host, calls that end the JVM are what they were. */
  @Override
  public int programHalts(int status) {
    return status;
  }

  /** Not called, as above. */
  @Override
  public void programExits(int status) {}
}
