package dev.bottrace.internal.record;

import dev.bottrace.runtime.Handovers;
import java.lang.ref.WeakReference;
import java.util.concurrent.CompletableFuture.AsynchronousCompletionTask;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Hears of tasks that are handed over and run, in the threads that do that, and tells those that
 * belong to one recorder. Safe for all threads; waits for nobody but for a moment.
 */
public final class TaskListener {
  private final EventRecorder recorder;
  private final TaskLinks links;

  @SuppressWarnings("ThreadLocalUsage") // each traced program has a recorder of its own
  private final ThreadLocal<@Nullable WeakReference<LinkedThread>> here = new ThreadLocal<>();

  /** Threads that carry virtual ones: what they do is not the program's. */
  private final @Nullable Class<?> carriers = carriers();

  private @Nullable ThreadLender lender;

  TaskListener(EventRecorder recorder) {
    this.recorder = recorder;
    this.links = new TaskLinks(TaskLinks.MOST, this::full);
  }

  private static @Nullable Class<?> carriers() {
    try {
      return Class.forName("jdk.internal.misc.CarrierThread", false, null);
    } catch (ClassNotFoundException e) {
      return null; // a JDK without virtual threads
    }
  }

  private void full() {
    recorder.notice(
        "ASYNC links cut: more than "
            + TaskLinks.MOST
            + " tasks wait at the same time; those that are handed over meanwhile have no"
            + " 'from'");
  }

  /**
   * Says how tasks are seen in threads that are not. To be called before anything is heard.
   *
   * @param given lets the recorder's recording see them
   */
  public void lending(ThreadLender given) {
    lender = given;
  }

  /**
   * Returns what is to be called for each kind of event.
   *
   * @return as {@link Handovers} has it
   */
  @SuppressWarnings({"unchecked", "rawtypes"}) // of an array
  public BiConsumer<Object, @Nullable Object>[] listener() {
    BiConsumer<Object, @Nullable Object>[] listener = new BiConsumer[Handovers.KINDS];
    listener[Handovers.HANDED_OVER] = this::handedOver;
    listener[Handovers.WITHDRAWN] = this::withdrawn;
    listener[Handovers.BEGINS] = this::begins;
    listener[Handovers.ENDS] = this::ends;
    listener[Handovers.DONE] = (task, queue) -> done(task);
    return listener;
  }

  /** Makes the record of a thread, which may itself be what was handed over. */
  LinkedThread begin(EventRecorder owner, Thread thread, boolean main) {
    Handover origin = links.take(thread, null);
    boolean ofPool = thread instanceof ForkJoinWorkerThread;
    return new LinkedThread(owner, thread, main, ofPool ? null : origin, lender);
  }

  /** The current thread has this record: to be found again without a lock. */
  void found(@Nullable ThreadRecord record) {
    WeakReference<LinkedThread> before = here.get();
    if (record instanceof LinkedThread linked && (before == null || before.get() != linked)) {
      here.set(new WeakReference<>(linked));
    }
  }

  /**
   * Returns the record of the current thread, if it has one; without a lock, as those threads of
   * the JDK come here too without which a virtual thread that waits for it would not go on.
   */
  private @Nullable LinkedThread known() {
    WeakReference<LinkedThread> known = recorder.listens() ? here.get() : null;
    return known == null ? null : known.get();
  }

  private boolean isCarrier() {
    return carriers != null && carriers.isInstance(Thread.currentThread());
  }

  private void handedOver(Object task, @Nullable Object queue) {
    if (isCarrier()) {
      return;
    }
    LinkedThread known = known();
    LinkedThread thread = known == null ? ofBlock() : known;
    if (thread == null || isStage(task, queue)) {
      return;
    }
    Handover origin = thread.handOver();
    if (origin != null) {
      links.put(task, queue, origin);
    }
  }

  /** Returns the record of a thread that a block has, and in which no traced method was called. */
  private @Nullable LinkedThread ofBlock() {
    ThreadLender lends = lender;
    return lends != null && lends.isOfBlock() && !HandoverLine.isOfNoTask() && lends.sees()
        ? recorder.linked()
        : null;
  }

  /** A stage comes from where it was made, and not from where the one before it was completed. */
  private boolean isStage(Object task, @Nullable Object queue) {
    return queue != null && task instanceof AsynchronousCompletionTask && links.get(task) != null;
  }

  private void withdrawn(Object task, @Nullable Object queue) {
    if (isCarrier()) {
      return;
    }
    links.withdraw(task, queue);
    if (task == Thread.currentThread()) {
      LinkedThread thread = known();
      if (thread != null) {
        thread.works();
      }
    }
  }

  private void begins(Object task, @Nullable Object queue) {
    if (isCarrier()) {
      return;
    }
    LinkedThread known = known();
    if (known != null && known.runs(task)) {
      if (queue == null) {
        known.beginsAgain(task);
      }
      return;
    }
    Handover given = queue == null ? null : links.take(task, queue);
    Handover origin = given == null ? links.get(task) : given;
    LinkedThread thread = known == null && origin != null ? recorder.linked() : known;
    if (thread != null) {
      thread.begins(task, queue, origin);
    }
  }

  private void ends(Object task, @Nullable Object queue) {
    if (isCarrier()) {
      return;
    }
    LinkedThread known = known();
    if (known != null) {
      known.ends(task, queue);
    }
    if (task instanceof ForkJoinTask<?> forked && forked.isDone()) {
      links.take(task, null);
    }
  }

  private void done(Object task) {
    ends(task, null);
    links.take(task, null);
  }
}
