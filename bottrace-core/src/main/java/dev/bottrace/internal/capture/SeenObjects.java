package dev.bottrace.internal.capture;

import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Numbers objects in the order of first sight. Few objects are compared one by one: that is faster,
 * and gives no identity hash code to objects of the program.
 */
final class SeenObjects {
  private static final int FEW = 64;

  private @Nullable Object[] objects = new Object[8];
  private int count;
  private @Nullable IdentityHashMap<Object, Integer> numbers;

  /** Returns the number of an object, from 1; 0 if it was not seen. */
  int numberOf(Object object) {
    if (numbers != null) {
      return numbers.getOrDefault(object, 0);
    }
    for (int i = 0; i < count; i++) {
      if (objects[i] == object) {
        return i + 1;
      }
    }
    return 0;
  }

  int count() {
    return count;
  }

  void add(Object object) {
    if (count == objects.length) {
      objects = Arrays.copyOf(objects, 2 * count);
    }
    objects[count++] = object;
    if (numbers != null) {
      numbers.put(object, count);
    } else if (count == FEW) {
      index();
    }
  }

  private void index() {
    IdentityHashMap<Object, Integer> all = new IdentityHashMap<>(4 * FEW);
    for (int i = 0; i < count; i++) {
      all.put(Objects.requireNonNull(objects[i]), i + 1);
    }
    numbers = all;
  }

  /** Takes back all but the first ones. */
  void truncate(int first) {
    while (count > first) {
      Object last = Objects.requireNonNull(objects[--count]);
      objects[count] = null;
      if (numbers != null) {
        numbers.remove(last);
      }
    }
  }
}
