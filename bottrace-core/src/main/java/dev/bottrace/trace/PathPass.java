package dev.bottrace.trace;

import java.io.IOException;
import java.util.List;

/** Finds the calls that a path leads to. */
class PathPass extends CallPass {
  private final PathMatcher matcher;
  private final FrameStacks frames = new FrameStacks();
  private final boolean oneStep;
  private int calls;

  PathPass(CallPath path) {
    this.matcher = new PathMatcher(path);
    this.oneStep = matcher.isOneStep();
  }

  @Override
  public final void call(
      TracedMethod method, TracedThread thread, int depth, List<Argument> arguments)
      throws IOException {
    long here = oneStep ? matcher.here(method, 0, 0) : enter(method, thread.index(), depth);
    if (matcher.isWhole(here)) {
      found(calls);
    }
    calls++;
  }

  private long enter(TracedMethod method, int thread, int depth) {
    long[] stack = frames.of(thread, depth);
    int place = 2 * depth;
    long around = stack[place - 1];
    long here = matcher.here(method, stack[place - 2], around);
    stack[place] = here;
    stack[place + 1] = here | around;
    return here;
  }

  /** The path leads to this call, by its number. */
  void found(int call) throws IOException {}

  /** Counts the calls that a path leads to. */
  static long count(TraceRecording recording, CallPath path) {
    class Count extends PathPass {
      long found;

      Count() {
        super(path);
      }

      @Override
      void found(int call) {
        found++;
      }
    }
    Count count = new Count();
    count.over(recording);
    return count.found;
  }

  /** Returns the first call that a path leads to; -1 if there is none. */
  static int first(TraceRecording recording, CallPath path) {
    return one(recording, path, true);
  }

  /** Returns the last call that a path leads to; -1 if there is none. */
  static int last(TraceRecording recording, CallPath path) {
    return one(recording, path, false);
  }

  private static int one(TraceRecording recording, CallPath path, boolean first) {
    class One extends PathPass {
      int found = -1;

      One() {
        super(path);
      }

      @Override
      void found(int call) throws IOException {
        found = call;
        if (first) {
          throw enough();
        }
      }
    }
    One one = new One();
    one.over(recording);
    return one.found;
  }

  /** Returns all calls that a path leads to. */
  static int[] all(TraceRecording recording, CallPath path) {
    Numbers all = new Numbers();
    class All extends PathPass {
      All() {
        super(path);
      }

      @Override
      void found(int call) {
        all.add(call);
      }
    }
    new All().over(recording);
    return all.toArray();
  }
}
