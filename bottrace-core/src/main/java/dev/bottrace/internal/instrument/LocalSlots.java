package dev.bottrace.internal.instrument;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.objectweb.asm.Opcodes;

/**
 * Makes room for the variables of probes among those of a method: from some slot on, all others
 * move up.
 *
 * <p>That slot comes after the parameters, which keeps most frames short. A method that stores a
 * value of two slots across that border can't be parted there; its probes' variables come after all
 * others.
 */
final class LocalSlots {
  private final int slot;
  private final boolean followed;

  /**
   * Makes room.
   *
   * @param slot where it begins
   * @param followed whether the method's variables are copied, which takes two more
   */
  LocalSlots(int slot, boolean followed) {
    this.slot = slot;
    this.followed = followed;
  }

  int count() {
    return followed ? ProbeEmitter.SLOTS + ProbeEmitter.SLOTS_OF_LOCALS : ProbeEmitter.SLOTS;
  }

  int slot() {
    return slot;
  }

  int moved(int variable) {
    return variable < slot ? variable : variable + count();
  }

  boolean straddles(int opcode, int variable) {
    boolean wide =
        opcode == Opcodes.LSTORE
            || opcode == Opcodes.DSTORE
            || opcode == Opcodes.LLOAD
            || opcode == Opcodes.DLOAD;
    return wide && variable == slot - 1;
  }

  /** Tells whether a value of two slots lies across the border in a frame. */
  boolean straddles(List<Object> locals) {
    int at = 0;
    for (int index = 0; index < locals.size() && at < slot; index++) {
      at += size(locals.get(index));
    }
    return at > slot;
  }

  /** Returns how many slots a value takes in a frame. */
  static int size(Object type) {
    return type == Opcodes.LONG || type == Opcodes.DOUBLE ? 2 : 1;
  }

  /** Returns the variables of probes with those that come next. */
  Object[] added(int count, Object[] next) {
    List<Object> added = new ArrayList<>(count + count());
    addOwn(added);
    added.addAll(Arrays.asList(next).subList(0, count));
    return added.toArray();
  }

  private void addOwn(List<Object> to) {
    to.add(ProbeEmitter.SINK);
    to.add(Opcodes.INTEGER);
    if (followed) {
      to.add(ProbeEmitter.REFERENCES);
      to.add(ProbeEmitter.BITS);
    }
  }

  /** Inserts the variables of probes into the locals of a whole frame. */
  Object[] moved(int count, Object[] locals) {
    List<Object> moved = new ArrayList<>(count + count());
    int at = 0;
    int index = 0;
    for (; index < count && at < slot; index++) {
      moved.add(locals[index]);
      at += size(locals[index]);
    }
    for (; at < slot; at++) {
      moved.add(Opcodes.TOP);
    }
    addOwn(moved);
    for (; index < count; index++) {
      moved.add(locals[index]);
    }
    return moved.toArray();
  }

  /**
   * Returns the locals of a handler that knows nothing but the variables of probes, and where it
   * must, {@code this}.
   */
  Object[] ofHandler(boolean uninitializedThis) {
    return uninitializedThis
        ? moved(1, new Object[] {Opcodes.UNINITIALIZED_THIS})
        : moved(0, new Object[0]);
  }
}
