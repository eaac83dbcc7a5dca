package dev.bottrace.internal.instrument;

import java.util.List;

/**
 * A place in the JDK where a task is handed over, or run. One that a JDK does not have is left out.
 *
 * @param owner internal name of the class
 * @param name of the method
 * @param parameters how its descriptor begins
 * @param kind what happens there
 */
record HandoverPoint(String owner, String name, String parameters, Kind kind) {
  private static final String CONCURRENT = "java/util/concurrent/";
  private static final String POOL = CONCURRENT + "ThreadPoolExecutor";
  private static final String FUTURE = CONCURRENT + "FutureTask";
  private static final String FORK = CONCURRENT + "ForkJoinTask";
  private static final String FORK_POOL = CONCURRENT + "ForkJoinPool";
  static final String STAGES = CONCURRENT + "CompletableFuture$";
  private static final String TASK = "(L" + FORK + ";";

  /** What happens at a place. */
  enum Kind {
    /** {@code this} is handed over where the method begins. */
    HANDS_OVER_THIS,
    /** {@code this} is handed over where the constructor ends. */
    MAKES_THIS,
    /** The same, if its class is one of the JDK's. */
    MAKES_OWN,
    /** The first argument is handed over where the method begins. */
    HANDS_OVER,
    /** The first argument is handed over to {@code this} where the method begins. */
    TAKES,
    /** {@code this} does not run the first argument. */
    REJECTS,
    /** {@code this} no longer has the first argument, if the method returns true. */
    REMOVES,
    /** The current thread runs tasks of many from here on. */
    WORKS,
    /** {@code this} runs while the method does, for the only time. */
    RUNS,
    /** {@code this} runs while the method does, and perhaps again. */
    RUNS_AGAIN,
    /** {@code this} runs while the method does, unless it is not ready. */
    TRIES,
    /**
     * The current thread runs tasks of many, each by a call of {@code run}, given to {@code this}.
     */
    RUNS_GIVEN,
    /** The current thread runs tasks of many, each by a call of {@code run}. */
    RUNS_SOME,
    /** The second argument, given to {@code this}, is about to run. */
    BEFORE,
    /** What was given to {@code this} has run. */
    AFTER
  }

  private static final List<HandoverPoint> ALL =
      List.of(
          new HandoverPoint("java/lang/Thread", "start", "(", Kind.HANDS_OVER_THIS),
          new HandoverPoint(
              "java/lang/VirtualThread",
              "start",
              "(Ljdk/internal/vm/ThreadContainer;",
              Kind.HANDS_OVER_THIS),
          new HandoverPoint(FUTURE, "<init>", "(", Kind.MAKES_THIS),
          new HandoverPoint(FUTURE, "run", "()V", Kind.RUNS),
          new HandoverPoint(FUTURE, "runAndReset", "()Z", Kind.RUNS_AGAIN),
          new HandoverPoint(POOL, "execute", "(Ljava/lang/Runnable;)", Kind.TAKES),
          new HandoverPoint(POOL, "reject", "(Ljava/lang/Runnable;)", Kind.REJECTS),
          new HandoverPoint(POOL, "remove", "(Ljava/lang/Runnable;)Z", Kind.REMOVES),
          new HandoverPoint(POOL, "runWorker", "(", Kind.RUNS_GIVEN),
          new HandoverPoint(
              POOL, "beforeExecute", "(Ljava/lang/Thread;Ljava/lang/Runnable;)", Kind.BEFORE),
          new HandoverPoint(POOL, "afterExecute", "(Ljava/lang/Runnable;", Kind.AFTER),
          new HandoverPoint(FORK, "<init>", "(", Kind.MAKES_OWN),
          new HandoverPoint(FORK, "fork", "()", Kind.HANDS_OVER_THIS),
          new HandoverPoint(FORK, "invoke", "()", Kind.HANDS_OVER_THIS),
          new HandoverPoint(FORK, "doExec", "()", Kind.RUNS_AGAIN),
          new HandoverPoint(FORK_POOL, "execute", TASK, Kind.HANDS_OVER),
          new HandoverPoint(FORK_POOL, "submit", TASK, Kind.HANDS_OVER),
          new HandoverPoint(FORK_POOL, "invoke", TASK, Kind.HANDS_OVER),
          new HandoverPoint(FORK_POOL, "externalSubmit", TASK, Kind.HANDS_OVER),
          new HandoverPoint(FORK_POOL, "lazySubmit", TASK, Kind.HANDS_OVER),
          new HandoverPoint(FORK_POOL, "runWorker", "(", Kind.WORKS),
          new HandoverPoint("java/util/Timer", "sched", "(Ljava/util/TimerTask;", Kind.HANDS_OVER),
          new HandoverPoint("java/util/TimerThread", "mainLoop", "()", Kind.RUNS_SOME),
          new HandoverPoint(STAGES + "Completion", "run", "()V", Kind.RUNS),
          new HandoverPoint(STAGES + "AsyncSupply", "run", "()V", Kind.RUNS),
          new HandoverPoint(STAGES + "AsyncRun", "run", "()V", Kind.RUNS));

  /** The stages of a {@code CompletableFuture}: all classes that have such a method. */
  private static final HandoverPoint STAGE =
      new HandoverPoint(STAGES, "tryFire", "(I)", Kind.TRIES);

  /** Returns the places in a class. */
  static List<HandoverPoint> of(String owner) {
    List<HandoverPoint> own = ALL.stream().filter(point -> point.owner.equals(owner)).toList();
    return own.isEmpty() && owner.startsWith(STAGES) ? List.of(STAGE) : own;
  }

  /** Returns the names of the classes that have places, but for those that stages have. */
  static List<String> owners() {
    return ALL.stream().map(HandoverPoint::owner).distinct().toList();
  }

  boolean isIn(String method, String descriptor) {
    return name.equals(method) && descriptor.startsWith(parameters);
  }
}
