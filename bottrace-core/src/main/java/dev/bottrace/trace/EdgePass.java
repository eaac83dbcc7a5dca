package dev.bottrace.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the calls that lead from one package into another. */
final class EdgePass extends CallPass {
  private final FrameStacks frames = new FrameStacks();
  private final Map<String, Integer> packages = new HashMap<>();
  private final List<String> names = new ArrayList<>();
  private final Map<Long, Edge> edges = new HashMap<>();
  private int[] packageOf = new int[64];
  private @Nullable Edge[] latest = new Edge[64];
  private int calls;

  /** Calls from one package into another. */
  private static final class Edge {
    final int from;
    final int to;
    final int example;
    long count;

    Edge(int from, int to, int example) {
      this.from = from;
      this.to = to;
      this.example = example;
    }
  }

  static List<PackageEdge> of(CallTree tree, TraceRecording recording) {
    EdgePass pass = new EdgePass();
    pass.over(recording);
    List<PackageEdge> all = new ArrayList<>();
    for (Edge edge : pass.edges.values()) {
      String from = pass.names.get(edge.from);
      all.add(new PackageEdge(from, pass.names.get(edge.to), edge.count, tree.call(edge.example)));
    }
    all.sort(null);
    return all;
  }

  @Override
  public void call(TracedMethod method, TracedThread thread, int depth, List<Argument> arguments) {
    int to = packageOf(method);
    long[] stack = frames.of(thread.index(), depth);
    int place = 2 * depth;
    if (depth > 1 && stack[place - 2] != to) {
      edge((int) stack[place - 2], to, method.id()).count++;
    }
    stack[place] = to;
    calls++;
  }

  /** Looks at the edge first that the latest call of the method was of. */
  private Edge edge(int from, int to, int method) {
    Edge edge = latest[method];
    if (edge == null || edge.from != from) {
      edge = edges.computeIfAbsent((long) from << 32 | to, key -> new Edge(from, to, calls));
      latest[method] = edge;
    }
    return edge;
  }

  private int packageOf(TracedMethod method) {
    int id = method.id();
    if (id >= packageOf.length) {
      packageOf = Arrays.copyOf(packageOf, Math.max(2 * packageOf.length, id + 1));
      latest = Arrays.copyOf(latest, packageOf.length);
    }
    if (packageOf[id] == 0) {
      packageOf[id] = 1 + number(method.packageName());
    }
    return packageOf[id] - 1;
  }

  private int number(String packageName) {
    return packages.computeIfAbsent(
        packageName,
        name -> {
          names.add(name);
          return names.size() - 1;
        });
  }
}
