package dev.bottrace.internal.code;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/** The code of a method. Not changed after it was made. */
final class MethodBody {
  private final AbstractInsnNode[] instructions;
  private final int[] lines;
  private final List<TryCatchBlockNode> handlers;
  private final MethodNode node;
  private final @Nullable String file;

  MethodBody(MethodNode node, @Nullable String file) {
    this.node = node;
    this.file = file;
    this.handlers = node.tryCatchBlocks;
    node.instructions.get(0); // lets the list number its elements
    this.instructions = node.instructions.toArray();
    this.lines = lines(instructions);
  }

  private static int[] lines(AbstractInsnNode[] instructions) {
    int[] lines = new int[instructions.length];
    int line = 0;
    for (int i = 0; i < lines.length; i++) {
      line = instructions[i] instanceof LineNumberNode number ? number.line : line;
      lines[i] = line;
    }
    return lines;
  }

  AbstractInsnNode at(int index) {
    return instructions[index];
  }

  int indexOf(LabelNode label) {
    return node.instructions.indexOf(label);
  }

  List<TryCatchBlockNode> handlers() {
    return handlers;
  }

  int maxLocals() {
    return node.maxLocals;
  }

  int maxStack() {
    return node.maxStack;
  }

  @Nullable String firstPlace() {
    int index = 0;
    while (index < lines.length - 1 && lines[index] == 0) {
      index++;
    }
    return place(index);
  }

  /** {@code Order.java:31}, as far as it is known. */
  @Nullable String place(int index) {
    if (file == null) {
      return null;
    }
    return lines[index] == 0 ? file : file + ":" + lines[index];
  }
}
