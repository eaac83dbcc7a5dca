package dev.bottrace.internal.instrument;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.Label;

/**
 * Labels of {@code new} instructions, by which frames name objects that have had no constructor
 * call yet. Where a probe comes between a label and its instruction, frames need another label.
 */
final class NewSites {
  private final List<Label> here = new ArrayList<>();
  private final Map<Label, Label> moved = new HashMap<>();

  void label(Label label) {
    here.add(label);
  }

  void instruction() {
    here.clear();
  }

  /** Returns the labels of the instruction that comes next. */
  List<Label> here() {
    return List.copyOf(here);
  }

  void move(List<Label> from, Label to) {
    from.forEach(label -> moved.put(label, to));
  }

  /** Returns the types of a frame, with the labels that have moved. */
  Object[] moved(int count, Object[] types) {
    Object[] copy = Arrays.copyOf(types, count);
    for (int i = 0; i < count && !moved.isEmpty(); i++) {
      Label to = copy[i] instanceof Label label ? moved.get(label) : null;
      copy[i] = to == null ? copy[i] : to;
    }
    return copy;
  }
}
