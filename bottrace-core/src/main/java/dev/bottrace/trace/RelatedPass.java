package dev.bottrace.trace;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Finds who calls methods, and whom they call. */
final class RelatedPass extends CallPass {
  private final StepTable wanted;
  private final MethodTable methods = new MethodTable();
  private final FrameStacks frames = new FrameStacks();
  private final Set<TracedMethod> callers = new LinkedHashSet<>();
  private final Set<TracedMethod> callees = new LinkedHashSet<>();

  private RelatedPass(MethodPattern pattern) {
    this.wanted = new StepTable(List.of(pattern));
  }

  static Set<TracedMethod> callers(TraceRecording recording, MethodPattern pattern) {
    RelatedPass pass = new RelatedPass(pattern);
    pass.over(recording);
    return pass.callers;
  }

  static Set<TracedMethod> callees(TraceRecording recording, MethodPattern pattern) {
    RelatedPass pass = new RelatedPass(pattern);
    pass.over(recording);
    return pass.callees;
  }

  @Override
  public void call(TracedMethod method, TracedThread thread, int depth, List<Argument> arguments) {
    boolean matches = wanted.of(method) != 0;
    long[] stack = frames.of(thread.index(), depth);
    int place = 2 * depth;
    if (depth > 1 && matches) {
      callers.add(methods.get((int) stack[place - 2]));
    }
    if (depth > 1 && stack[place - 1] != 0) {
      callees.add(method);
    }
    stack[place] = methods.put(method);
    stack[place + 1] = matches ? 1 : 0;
  }
}
