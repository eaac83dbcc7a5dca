package dev.bottrace.internal.instrument;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.BasicInterpreter;
import org.objectweb.asm.tree.analysis.BasicValue;
import org.objectweb.asm.tree.analysis.Frame;

/**
 * How control flows through a method, from instruction to instruction; labels, lines and frames
 * between them do not count. Instructions are named by their index among all nodes.
 */
final class CodeFlow {
  private static final int LABEL = -1;

  private final AbstractInsnNode[] nodes;
  private final int[] lines;
  private final int[] next;
  private final List<Set<Integer>> sources = new ArrayList<>();
  private final Set<Integer> handlers = new HashSet<>();
  private final Frame<BasicValue>[] frames;

  private CodeFlow(AbstractInsnNode[] nodes, String owner, MethodNode method)
      throws AnalyzerException {
    this.nodes = nodes;
    this.lines = new int[nodes.length];
    this.next = new int[nodes.length];
    readLines();
    for (int i = 0; i < nodes.length; i++) {
      sources.add(new LinkedHashSet<>());
    }
    this.frames = new EdgeCollector().analyze(owner, method);
  }

  /** Analyzes a method; throws an exception if its code makes no sense. */
  static CodeFlow of(String owner, MethodNode method) throws AnalyzerException {
    return new CodeFlow(method.instructions.toArray(), owner, method);
  }

  private void readLines() {
    int line = 0;
    for (int i = 0; i < nodes.length; i++) {
      if (nodes[i] instanceof LineNumberNode number) {
        line = number.line;
      }
      lines[i] = line;
    }
    int following = nodes.length;
    for (int i = nodes.length - 1; i >= 0; i--) {
      following = nodes[i].getOpcode() == LABEL ? following : i;
      next[i] = following;
    }
  }

  int size() {
    return nodes.length;
  }

  AbstractInsnNode node(int index) {
    return nodes[index];
  }

  boolean isInstruction(int index) {
    return nodes[index].getOpcode() != LABEL;
  }

  /** Returns the first instruction at or after a node; {@link #size} if there is none. */
  int instructionFrom(int index) {
    return index < next.length ? next[index] : next.length;
  }

  /** Returns the line of an instruction, 0 if it has none. */
  int line(int index) {
    return lines[index];
  }

  /** Tells whether the table of lines has an entry for an instruction. */
  boolean beginsLine(int index) {
    for (int i = index - 1; i >= 0 && !isInstruction(i); i--) {
      if (nodes[i] instanceof LineNumberNode) {
        return true;
      }
    }
    return false;
  }

  /** Returns the instructions that may run right before another one. */
  Set<Integer> sources(int index) {
    return sources.get(index);
  }

  /** Tells whether a handler begins with an instruction. */
  boolean isHandler(int index) {
    return handlers.contains(index);
  }

  /** Returns what variables and stack hold before an instruction; null if it can't be reached. */
  @Nullable Frame<BasicValue> frame(int index) {
    return frames[index];
  }

  /** Notes the edges between instructions while the frames are computed. */
  private final class EdgeCollector extends Analyzer<BasicValue> {
    EdgeCollector() {
      super(new BasicInterpreter());
    }

    @Override
    protected void newControlFlowEdge(int from, int to) {
      edge(from, to);
    }

    @Override
    protected boolean newControlFlowExceptionEdge(int from, int to) {
      edge(from, to);
      handlers.add(instructionFrom(to));
      return true;
    }

    private void edge(int from, int to) {
      int target = instructionFrom(to);
      if (isInstruction(from) && target < nodes.length) {
        sources.get(target).add(from);
      }
    }
  }
}
