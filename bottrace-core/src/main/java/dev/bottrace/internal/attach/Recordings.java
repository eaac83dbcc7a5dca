package dev.bottrace.internal.attach;

import java.util.ArrayList;
import java.util.List;

/** The recordings that go on at a time. Immutable; known by identity. */
final class Recordings {
  static final Recordings NONE = new Recordings(List.of());

  private final List<HostRecording> all;
  private final List<HostWish> wishes;

  private Recordings(List<HostRecording> all) {
    this.all = all;
    this.wishes = all.stream().map(HostRecording::wish).toList();
  }

  /** Returns all, in the order in which they began. */
  List<HostRecording> all() {
    return all;
  }

  /** Returns what they want of classes, in that order. */
  List<HostWish> wishes() {
    return wishes;
  }

  Recordings with(HostRecording recording) {
    List<HostRecording> more = new ArrayList<>(all);
    more.add(recording);
    return new Recordings(List.copyOf(more));
  }

  Recordings without(HostRecording recording) {
    return new Recordings(all.stream().filter(other -> other != recording).toList());
  }

  /** Returns those that see a thread. */
  List<HostRecording> seeing(List<HostRecording> ofThread) {
    return all.stream()
        .filter(recording -> recording.seesAllThreads() || ofThread.contains(recording))
        .toList();
  }
}
