package dev.bottrace.internal.attach;

import dev.bottrace.internal.record.Recorder;
import dev.bottrace.runtime.ThreadSink;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import org.jspecify.annotations.Nullable;

/**
 * Which recordings see one thread. Used by that thread, but for {@link #forget}.
 *
 * <p>What a thread sees of recordings that begin and end is a list that is replaced as a whole; a
 * thread that finds another list than it knows looks again.
 */
final class HostThread {
  private final List<HostRecording> own = new ArrayList<>();

  /** The recordings that went on when this thread looked last. */
  @Nullable Recordings known;

  private MethodSet methods = MethodSet.NONE;
  private ThreadSink sink = Recorder.unobserved();

  /** Where several recordings see the thread. */
  private @Nullable SharedThread shared;

  private List<HostRecording> seeing = List.of();
  private boolean excluded;
  private boolean inherits;

  /** Makes what belongs to a thread that was not started by a recorded one. */
  HostThread() {}

  /** Makes what belongs to a thread that another one starts. */
  HostThread(HostThread parent) {
    parent.own.stream().filter(HostRecording::goesOn).forEach(own::add);
    inherits = true;
  }

  /**
   * The threads of a pool that was there before are everybody's, and not of the one whose task
   * happened to need another one: those of the common pool, and of the pool that a recorded thread
   * is itself of, as it is where tests run in parallel.
   */
  private void settle() {
    if (inherits && Thread.currentThread() instanceof ForkJoinWorkerThread worker) {
      ForkJoinPool pool = worker.getPool();
      own.removeIf(recording -> pool == ForkJoinPool.commonPool() || pool == recording.pool());
    }
    inherits = false;
  }

  boolean hasOwn() {
    return !own.isEmpty();
  }

  /** This thread, and what it starts from now on, belongs to a recording. */
  synchronized void begin(HostRecording recording) {
    settle();
    own.add(recording);
    known = null;
  }

  /** Nobody ever sees this thread. */
  synchronized void exclude() {
    excluded = true;
    known = null;
  }

  /** Lets go of a recording that has ended. Called by any thread. */
  synchronized void forget(HostRecording recording) {
    own.remove(recording);
    seeing = List.of();
    known = null;
    methods = MethodSet.NONE;
    sink = Recorder.unobserved();
    shared = null;
  }

  /** Finds out who sees this thread. */
  synchronized void look(Recordings recordings) {
    settle();
    seeing = excluded ? List.of() : recordings.seeing(own);
    List<ThreadSink> sinks = seeing.stream().map(recording -> recording.begin(this)).toList();
    shared =
        sinks.size() > 1
            ? new SharedThread(seeing.stream().map(HostRecording::wish).toList(), sinks)
            : null;
    methods = sinks.size() == 1 ? seeing.get(0).wish().methods() : MethodSet.NONE;
    sink = sinks.size() == 1 ? sinks.get(0) : Recorder.unobserved();
    known = recordings;
  }

  /** A task begins of which a recording knows where it comes from: it sees the thread meanwhile. */
  synchronized void lend(HostRecording recording) {
    own.add(recording);
    known = null;
  }

  /** That task has ended. */
  synchronized void takeBack(HostRecording recording) {
    own.remove(recording);
    known = null;
  }

  boolean isSeenBy(HostRecording recording) {
    return seeing.contains(recording);
  }

  /** Tells whether any recording that sees the thread wants a call of code without probes. */
  boolean crosses(int site, @Nullable Class<?> receiver) {
    boolean wanted = false;
    for (HostRecording recording : seeing) {
      wanted |= recording.wish().crosses(site, receiver);
    }
    return wanted;
  }

  ThreadSink sinkOf(int method) {
    if (methods.contains(method)) {
      return sink;
    }
    return shared != null && shared.wants(method) ? shared : Recorder.unobserved();
  }
}
