package dev.bottrace.internal.code;

import dev.bottrace.internal.capture.VirtualObject;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import org.jspecify.annotations.Nullable;

/**
 * An array of a class of the program: its elements may be virtual, which no real array can hold.
 */
final class VirtualArray implements VirtualObject {
  private final Class<?> type;
  private final @Nullable Object[] elements;

  VirtualArray(Class<?> type, int length) {
    this.type = type;
    this.elements = new Object[length];
  }

  @Override
  public Class<?> type() {
    return type;
  }

  @Override
  public @Nullable Object get(Field field) {
    throw new IllegalArgumentException("an array has no " + field);
  }

  @Nullable Object[] elements() {
    return elements;
  }

  /** Returns a real array with the same elements if one can hold them, else this. */
  Object real() {
    Object array = Array.newInstance(type.getComponentType(), elements.length);
    for (int i = 0; i < elements.length; i++) {
      Object element = elements[i] instanceof VirtualArray nested ? nested.real() : elements[i];
      if (element instanceof VirtualObject) {
        return this;
      }
      Array.set(array, i, element);
    }
    return array;
  }
}
