package dev.bottrace.trace;

import java.util.Arrays;

/** Ints one after the other. */
final class Numbers {
  private int[] numbers = new int[8];
  private int size;

  void add(int number) {
    if (size == numbers.length) {
      numbers = Arrays.copyOf(numbers, (int) Math.min(2L * size, Integer.MAX_VALUE - 8));
    }
    numbers[size++] = number;
  }

  int[] toArray() {
    return Arrays.copyOf(numbers, size);
  }
}
