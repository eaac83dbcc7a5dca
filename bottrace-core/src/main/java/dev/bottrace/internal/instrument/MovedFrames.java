package dev.bottrace.internal.instrument;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Writes the frames of a method with the variables of probes in them. Frames come expanded, or as
 * class files have them: each as what differs from the one before. Most of the latter stay as they
 * are, once the first one has brought in the new variables.
 */
final class MovedFrames {
  private final String owner;
  private final MethodOutline method;
  private final LocalSlots slots;
  private final NewSites newSites;
  private final MethodVisitor out;
  private final List<Object> locals = new ArrayList<>();
  private int size;
  private int sizeBefore;
  private boolean begun;

  /**
   * Makes a writer for one method.
   *
   * @param owner internal name of its class
   * @param method what is known of it
   * @param slots where the new variables are
   * @param newSites knows the labels of {@code new} instructions that have moved
   * @param out where the method goes
   */
  MovedFrames(
      String owner, MethodOutline method, LocalSlots slots, NewSites newSites, MethodVisitor out) {
    this.owner = owner;
    this.method = method;
    this.slots = slots;
    this.newSites = newSites;
    this.out = out;
  }

  /** The frame before the first one is what the variables hold when the method begins. */
  private void begin() {
    if ((method.access() & Opcodes.ACC_STATIC) == 0) {
      append(1, method.name().equals("<init>") ? Opcodes.UNINITIALIZED_THIS : owner);
    }
    for (Type type : Type.getArgumentTypes(method.descriptor())) {
      append(1, inFrame(type));
    }
  }

  private static Object inFrame(Type type) {
    return switch (type.getSort()) {
      case Type.BOOLEAN, Type.BYTE, Type.SHORT, Type.CHAR, Type.INT -> Opcodes.INTEGER;
      case Type.LONG -> Opcodes.LONG;
      case Type.FLOAT -> Opcodes.FLOAT;
      case Type.DOUBLE -> Opcodes.DOUBLE;
      default -> type.getInternalName();
    };
  }

  /** Takes note of what the variables hold at a frame. */
  void read(int type, int count, Object[] local) {
    if (!begun) {
      begin();
    }
    sizeBefore = size;
    switch (type) {
      case Opcodes.F_NEW, Opcodes.F_FULL -> {
        locals.clear();
        size = 0;
        append(count, local);
      }
      case Opcodes.F_APPEND -> append(count, local);
      case Opcodes.F_CHOP -> chop(count);
      default -> {}
    }
  }

  private void append(int count, Object... types) {
    for (int i = 0; i < count; i++) {
      locals.add(types[i]);
      size += LocalSlots.size(types[i]);
    }
  }

  private void chop(int count) {
    for (int i = 0; i < count; i++) {
      size -= LocalSlots.size(locals.remove(locals.size() - 1));
    }
  }

  /** Returns what the variables hold at the frame that was read. */
  Object[] locals() {
    return locals.toArray();
  }

  /** Tells whether a value lies across the border where the new variables are. */
  boolean straddles() {
    return slots.straddles(locals);
  }

  /** Writes the frame that was read. */
  void write(int type, int count, Object[] local, int stackSize, Object[] stack) {
    Object[] newStack = newSites.moved(stackSize, stack);
    boolean whole = type == Opcodes.F_NEW || type == Opcodes.F_FULL;
    boolean alike = !whole && sizeBefore >= slots.slot() && size >= slots.slot();
    if (alike && begun) {
      out.visitFrame(type, count, newSites.moved(count, local), stackSize, newStack);
    } else if (alike && mayAppend(type, count)) {
      Object[] added = slots.added(count, newSites.moved(count, local));
      out.visitFrame(Opcodes.F_APPEND, added.length, added, stackSize, newStack);
    } else {
      int kind = type == Opcodes.F_NEW ? type : Opcodes.F_FULL;
      Object[] moved = slots.moved(locals.size(), newSites.moved(locals.size(), locals()));
      out.visitFrame(kind, moved.length, moved, stackSize, newStack);
    }
    begun = true;
  }

  /** Class files append no more than three variables. */
  private boolean mayAppend(int type, int count) {
    int all = count + slots.count();
    return type == Opcodes.F_SAME || (type == Opcodes.F_APPEND && all <= 3);
  }
}
