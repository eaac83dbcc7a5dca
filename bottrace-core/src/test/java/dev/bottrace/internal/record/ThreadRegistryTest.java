package dev.bottrace.internal.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ThreadRegistryTest {
  private final ThreadRegistry<Thread> registry = new ThreadRegistry<>();

  private Thread find(Thread thread) {
    return registry.of(thread, made -> made, known -> !known.isAlive());
  }

  @Test
  void finds_what_belongs_to_a_thread() {
    Thread one = new Thread(() -> {});
    Thread two = new Thread(() -> {});
    assertThat(find(one)).isSameAs(one);
    assertThat(find(two)).isSameAs(two);
    assertThat(registry.of(one, made -> two, known -> false)).isSameAs(one);
    assertThat(registry.snapshot()).containsExactly(one, two);
  }

  @Test
  void finds_nothing_for_who_is_called_while_it_looks() {
    Thread thread = new Thread(() -> {});
    List<Thread> inside = new ArrayList<>();
    registry.of(
        thread,
        made -> {
          inside.add(find(new Thread(() -> {})));
          return made;
        },
        known -> false);

    assertThat(inside).hasSize(1).containsNull();
    assertThat(find(thread)).isSameAs(thread);
  }

  @Test
  void finds_nothing_for_threads_of_ours() {
    assertThat(find(new OwnThread(null, () -> {}, "ours"))).isNull();
    assertThat(registry.snapshot()).isEmpty();
  }

  @Test
  void does_not_grow_with_threads_that_are_over() {
    for (int i = 0; i < 10_000; i++) {
      find(new Thread(() -> {}));
    }
    assertThat(registry.snapshot()).hasSizeLessThanOrEqualTo(64);
  }

  @Test
  void keeps_nothing_for_threads_that_are_over_though_the_program_holds_them() {
    List<Thread> held = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      Thread thread = new Thread(() -> {});
      held.add(thread);
      find(thread);
    }
    Thread another = new Thread(() -> {});
    assertThat(registry.of(held.get(0), made -> another, known -> true)).isSameAs(another);
  }

  @Test
  void keeps_all_threads_that_are_not_over() {
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      Thread thread = new Thread(() -> {});
      threads.add(thread);
      registry.of(thread, made -> made, known -> false);
    }
    assertThat(registry.snapshot()).isEqualTo(threads);
  }

  @Test
  void calls_no_method_of_the_program() {
    Thread odd =
        new Thread() {
          @Override
          public int hashCode() {
            throw new AssertionError();
          }

          @Override
          @SuppressWarnings("EqualsUnsafeCast")
          public boolean equals(Object other) {
            throw new AssertionError();
          }

          @Override
          public String toString() {
            throw new AssertionError();
          }
        };
    find(odd);
    boolean same = find(odd) == odd; // AssertJ would call equals()
    assertThat(same).isTrue();
  }
}
