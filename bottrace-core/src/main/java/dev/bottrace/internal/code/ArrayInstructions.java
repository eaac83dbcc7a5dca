package dev.bottrace.internal.code;

import java.util.Map;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.MultiANewArrayInsnNode;

/** Instructions that create, read and write arrays. */
final class ArrayInstructions {
  private static final Map<Integer, Class<?>> PRIMITIVES =
      Map.of(
          Opcodes.T_BOOLEAN, boolean.class,
          Opcodes.T_CHAR, char.class,
          Opcodes.T_FLOAT, float.class,
          Opcodes.T_DOUBLE, double.class,
          Opcodes.T_BYTE, byte.class,
          Opcodes.T_SHORT, short.class,
          Opcodes.T_INT, int.class,
          Opcodes.T_LONG, long.class);

  private final Evaluation evaluation;

  ArrayInstructions(Evaluation evaluation) {
    this.evaluation = evaluation;
  }

  void createPrimitive(Frame frame, int operand) {
    Class<?> component = PRIMITIVES.getOrDefault(operand, int.class);
    frame.push(ArrayAccess.create(evaluation, component, frame.popInt()));
  }

  void createAll(Frame frame, MultiANewArrayInsnNode instruction) {
    int[] lengths = new int[instruction.dims];
    for (int i = lengths.length - 1; i >= 0; i--) {
      lengths[i] = frame.popInt();
    }
    Class<?> type = evaluation.linker().require(instruction.desc, frame.owner());
    frame.push(ArrayAccess.create(evaluation, type.getComponentType(), lengths, 0));
  }

  void length(Frame frame) {
    frame.push(ArrayAccess.length(nonNull(frame.pop(), "length")));
  }

  void load(Frame frame, int opcode) {
    int index = frame.popInt();
    Object array = nonNull(frame.pop(), "element " + index);
    check(array, index);
    frame.push(kind(array), ArrayAccess.get(array, index));
  }

  void store(Frame frame, int opcode) {
    boolean wide = opcode == Opcodes.LASTORE || opcode == Opcodes.DASTORE;
    Object value = wide ? frame.popWide() : frame.pop();
    int index = frame.popInt();
    Object array = nonNull(frame.pop(), "element " + index);
    check(array, index);
    if (!evaluation.isOwn(array)) {
      throw Refusal.of("writes an element of a " + Values.typeOf(array).getTypeName());
    }
    char kind = kind(array);
    boolean primitive = Primitives.isPrimitive(kind);
    Object boxed = primitive ? Primitives.fromStack(kind, value) : value;
    ArrayAccess.set(evaluation, array, index, boxed);
  }

  private static char kind(Object array) {
    return Type.getDescriptor(Values.typeOf(array).getComponentType()).charAt(0);
  }

  private Object nonNull(@org.jspecify.annotations.Nullable Object array, String what) {
    if (array == null) {
      throw evaluation.exception(NullPointerException.class, what + " of a null array");
    }
    return array;
  }

  private void check(Object array, int index) {
    int length = ArrayAccess.length(array);
    if (index < 0 || index >= length) {
      throw evaluation.exception(
          ArrayIndexOutOfBoundsException.class,
          "Index " + index + " out of bounds for length " + length);
    }
  }
}
