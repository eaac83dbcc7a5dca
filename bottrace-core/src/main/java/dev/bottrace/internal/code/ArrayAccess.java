package dev.bottrace.internal.code;

import dev.bottrace.internal.capture.VirtualObject;
import java.lang.reflect.Array;
import java.lang.reflect.Modifier;
import org.jspecify.annotations.Nullable;

/** Arrays: real ones, and those of the program's classes that an evaluation has created. */
final class ArrayAccess {
  private ArrayAccess() {}

  static int length(Object array) {
    return array instanceof VirtualArray virtual
        ? virtual.elements().length
        : Array.getLength(array);
  }

  static @Nullable Object get(Object array, int index) {
    return array instanceof VirtualArray virtual
        ? virtual.elements()[index]
        : Array.get(array, index);
  }

  /** The value is boxed by the type of the elements. */
  static void set(Evaluation evaluation, Object array, int index, @Nullable Object value) {
    Class<?> type = Values.typeOf(array).getComponentType();
    if (value != null && !type.isPrimitive() && !Values.isInstance(type, value)) {
      throw evaluation.exception(ArrayStoreException.class, Values.typeOf(value).getTypeName());
    }
    if (array instanceof VirtualArray virtual) {
      virtual.elements()[index] = value;
    } else if (value instanceof VirtualObject && type != Object.class) {
      String stored = Values.typeOf(value).getTypeName();
      throw Refusal.of("stores a new " + stored + " in a copy of an array, which is not supported");
    } else {
      Array.set(array, index, value);
    }
  }

  /** Elements of an array of references, not to be written. */
  static @Nullable Object[] elements(Object array) {
    return array instanceof VirtualArray virtual ? virtual.elements() : (Object[]) array;
  }

  static Object create(Evaluation evaluation, Class<?> component, int length) {
    if (length < 0) {
      throw evaluation.exception(NegativeArraySizeException.class, Integer.toString(length));
    }
    evaluation.create(1L + length);
    Class<?> element = component;
    while (element.isArray()) {
      element = element.getComponentType();
    }
    // these arrays can hold all that is an instance of their elements' class
    boolean real = Modifier.isFinal(element.getModifiers()) && ClassModel.isJdk(element);
    real |= element == Object.class;
    return evaluation.own(
        real && !component.isArray()
            ? Array.newInstance(component, length)
            : new VirtualArray(component.arrayType(), length));
  }

  static Object create(Evaluation evaluation, Class<?> component, int[] lengths, int from) {
    Object array = create(evaluation, component, lengths[from]);
    for (int i = 0; from + 1 < lengths.length && i < lengths[from]; i++) {
      Class<?> inner = component.getComponentType();
      set(evaluation, array, i, create(evaluation, inner, lengths, from + 1));
    }
    return array;
  }

  static Object copy(Evaluation evaluation, Object array) {
    int length = length(array);
    Object copy = create(evaluation, Values.typeOf(array).getComponentType(), length);
    copy(array, 0, copy, 0, length);
    return copy;
  }

  private static void copy(Object from, int start, Object to, int end, int length) {
    Object source = from instanceof VirtualArray virtual ? virtual.elements() : from;
    Object target = to instanceof VirtualArray virtual ? virtual.elements() : to;
    System.arraycopy(source, start, target, end, length);
  }

  /** The arguments are those of {@code System.arraycopy}. */
  static @Nullable Object copy(Evaluation evaluation, @Nullable Object[] arguments) {
    Object from = arguments[0];
    Object to = arguments[2];
    if (from == null || to == null) {
      throw evaluation.exception(NullPointerException.class, "arraycopy of null");
    }
    if (!evaluation.isOwn(to)) {
      throw Refusal.of("writes an element of a " + Values.typeOf(to).getTypeName());
    }
    int length = number(arguments[4]);
    evaluation.meter().steps(Math.max(0, length) / 10);
    try {
      copy(from, number(arguments[1]), to, number(arguments[3]), length);
    } catch (IndexOutOfBoundsException | ArrayStoreException e) {
      throw new Thrown(e);
    }
    return null;
  }

  private static int number(@Nullable Object argument) {
    return argument instanceof Integer number ? number : -1;
  }
}
