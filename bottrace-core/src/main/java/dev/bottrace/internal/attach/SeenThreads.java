package dev.bottrace.internal.attach;

import dev.bottrace.internal.record.ThreadLender;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;

/**
 * The threads that know a recording: those that it sees, and those that it sees while they run a
 * task of its. Safe for use by any number of threads.
 */
final class SeenThreads implements ThreadLender {
  private final HostRecording recording;
  private final Hub hub;
  private final Set<HostThread> threads = Collections.newSetFromMap(new WeakHashMap<>());

  SeenThreads(HostRecording recording, Hub hub) {
    this.recording = recording;
    this.hub = hub;
  }

  /** A thread gets to know the recording. */
  void add(HostThread thread) {
    synchronized (threads) {
      threads.add(thread);
    }
  }

  /** Threads that go on for long must not keep what was recorded. */
  void forget() {
    List<HostThread> all;
    synchronized (threads) {
      all = new ArrayList<>(threads);
    }
    all.forEach(thread -> thread.forget(recording));
  }

  @Override
  public boolean isOfBlock() {
    return !recording.seesAllThreads();
  }

  @Override
  public boolean sees() {
    return recording.seesAllThreads() || hub.isSeen(recording);
  }

  @Override
  public void lend(boolean task) {
    HostThread thread = hub.mine();
    add(thread);
    if (task) {
      thread.lend(recording);
    }
    if (!task || !recording.goesOn()) {
      thread.takeBack(recording);
    }
  }
}
