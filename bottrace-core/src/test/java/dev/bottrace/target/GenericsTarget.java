package dev.bottrace.target;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Generic code, with bridges that no source line stands behind. */
final class GenericsTarget {
  private GenericsTarget() {}

  static class Holder<T extends Number> {
    T value;

    T get() {
      return value;
    }

    void set(T value) {
      this.value = value;
    }
  }

  static final class IntegerHolder extends Holder<Integer> implements Comparable<IntegerHolder> {
    IntegerHolder(int value) {
      set(value);
    }

    @Override
    Integer get() {
      return value + 1;
    }

    @Override
    void set(Integer value) {
      super.set(value);
    }

    @Override
    public int compareTo(IntegerHolder other) {
      return get().compareTo(other.get());
    }
  }

  private static <T extends Comparable<? super T>> T smallest(List<T> values) {
    return Collections.min(values);
  }

  public static void main(String[] args) {
    List<IntegerHolder> holders = new ArrayList<>();
    holders.add(new IntegerHolder(2));
    holders.add(new IntegerHolder(1));
    Holder<?> smallest = smallest(holders);
    System.out.println(smallest.get());
  }
}
