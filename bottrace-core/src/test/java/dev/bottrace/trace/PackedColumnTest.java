package dev.bottrace.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackedColumnTest {
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 255, 256, 257, 512, 10_000})
  void gives_back_what_was_set_in_any_order(int size) {
    Random random = new Random(size);
    int[] values = new int[size];
    for (int i = 0; i < size; i++) {
      values[i] = random.nextInt() >> random.nextInt(33);
    }
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      order.add(i);
    }
    Collections.shuffle(order, random);
    PackedColumn column = new PackedColumn();
    order.forEach(i -> column.set(i, values[i]));
    column.finish(size);
    for (int i = 0; i < size; i++) {
      assertThat(column.get(i)).isEqualTo(values[i]);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 7, 31, 32})
  void takes_as_many_bits_as_the_differences_of_a_page_need(int bits) {
    PackedColumn column = new PackedColumn();
    for (int i = 0; i < PackedColumn.PAGE; i++) {
      column.set(i, Integer.MIN_VALUE + (int) ((1L << bits) - 1) * (i % 2));
    }
    column.finish(PackedColumn.PAGE);
    assertThat(column.get(1) - column.get(0)).isEqualTo((int) ((1L << bits) - 1));
    assertThat(column.bytes()).isLessThanOrEqualTo(32 * bits + 25);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 300, 700})
  void what_was_not_set_is_0(int size) {
    PackedColumn column = new PackedColumn();
    column.set(0, 9);
    column.finish(size);
    assertThat(column.get(0)).isEqualTo(9);
    for (int i = 1; i < size; i++) {
      assertThat(column.get(i)).isZero();
    }
  }
}
