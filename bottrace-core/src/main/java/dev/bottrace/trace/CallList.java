package dev.bottrace.trace;

import java.util.AbstractList;
import java.util.RandomAccess;

/** Calls by their numbers: views are made as they are asked for. */
final class CallList extends AbstractList<Call> implements RandomAccess {
  private final CallTree tree;
  private final int[] numbers;

  CallList(CallTree tree, int[] numbers) {
    this.tree = tree;
    this.numbers = numbers;
  }

  @Override
  public Call get(int index) {
    return tree.call(numbers[index]);
  }

  @Override
  public int size() {
    return numbers.length;
  }
}
