package dev.bottrace.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Counts the calls of each method. */
final class CountPass extends CallPass {
  private final MethodTable methods = new MethodTable();
  private long[] counts = new long[64];
  private int most;

  static List<CallCount> of(TraceRecording recording) {
    CountPass pass = new CountPass();
    pass.over(recording);
    List<CallCount> all = new ArrayList<>();
    for (int id = 0; id < pass.most; id++) {
      if (pass.counts[id] > 0) {
        all.add(new CallCount(pass.methods.get(id), pass.counts[id]));
      }
    }
    all.sort(null);
    return all;
  }

  @Override
  public void call(TracedMethod method, TracedThread thread, int depth, List<Argument> arguments) {
    int id = methods.put(method);
    if (id >= most) {
      most = id + 1;
      counts = most > counts.length ? Arrays.copyOf(counts, 2 * most) : counts;
    }
    counts[id]++;
  }
}
