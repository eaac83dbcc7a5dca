package dev.bottrace.internal.instrument;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;

/** Stretches of code that one handler covers. */
final class Ranges {
  private final List<Label> starts = new ArrayList<>();
  private final List<Label> ends = new ArrayList<>();
  private @Nullable Label open;

  void open(MethodVisitor out) {
    open = new Label();
    out.visitLabel(open);
  }

  void close(MethodVisitor out) {
    Label start = open;
    if (start == null) {
      return;
    }
    open = null;
    Label end = new Label();
    out.visitLabel(end);
    if (end.getOffset() > start.getOffset()) {
      starts.add(start);
      ends.add(end);
    }
  }

  boolean isEmpty() {
    return starts.isEmpty();
  }

  void cover(MethodVisitor out, Label handler) {
    for (int i = 0; i < starts.size(); i++) {
      out.visitTryCatchBlock(starts.get(i), ends.get(i), handler, null);
    }
  }
}
