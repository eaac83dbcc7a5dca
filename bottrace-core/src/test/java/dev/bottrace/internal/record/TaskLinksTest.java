package dev.bottrace.internal.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Where waiting tasks come from: bounded, by identity, and keeping nothing alive. */
@Timeout(60)
class TaskLinksTest {
  private final List<String> told = new ArrayList<>();
  private final TaskLinks links = new TaskLinks(3, () -> told.add("full"));

  /** Equal to all of its kind: links are not. */
  private record Task(int number) {}

  private static Handover origin(int line) {
    return new Handover(0, line, "thread", 1, 1);
  }

  @Test
  void a_link_is_that_of_the_very_object() {
    Task one = new Task(1);
    Task equal = new Task(1);
    links.put(one, null, origin(7));

    assertThat(links.get(equal)).isNull();
    assertThat(links.get(one).line()).isEqualTo(7);
    assertThat(links.take(one, null).line()).isEqualTo(7);
    assertThat(links.take(one, null)).isNull();
  }

  @Test
  void a_link_is_that_of_the_very_executor() {
    Task task = new Task(1);
    Object pool = new Object();
    links.put(task, pool, origin(7));

    assertThat(links.take(task, new Object())).isNull();
    assertThat(links.get(task)).isNull();
    assertThat(links.take(task, pool)).isNotNull();
  }

  @Test
  void the_same_task_given_several_times_comes_from_each_place_in_turn() {
    Task task = new Task(1);
    Object pool = new Object();
    links.put(task, pool, origin(1));
    links.put(task, pool, origin(2));
    links.put(task, pool, origin(3));
    links.withdraw(task, pool);

    assertThat(links.take(task, pool).line()).isEqualTo(1);
    assertThat(links.take(task, pool).line()).isEqualTo(2);
    assertThat(links.take(task, pool)).isNull();
  }

  @Test
  void a_task_that_is_made_or_started_again_comes_from_there() {
    Task task = new Task(1);
    links.put(task, null, origin(1));
    links.put(task, null, origin(2));

    assertThat(links.take(task, null).line()).isEqualTo(2);
  }

  @Test
  void there_are_so_many_links_and_no_more() {
    List<Task> tasks = List.of(new Task(1), new Task(2), new Task(3), new Task(4), new Task(5));
    tasks.forEach(task -> links.put(task, null, origin(1)));

    assertThat(tasks).filteredOn(task -> links.get(task) != null).hasSize(3);
    assertThat(told).containsExactly("full");
    links.take(tasks.get(0), null);
    links.put(tasks.get(4), null, origin(1));
    assertThat(links.get(tasks.get(4))).isNotNull();
  }

  @Test
  void tasks_that_never_run_are_let_go_and_make_room() throws Exception {
    List<WeakReference<Object>> tasks = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      Object task = new Object();
      tasks.add(new WeakReference<>(task));
      links.put(task, new Object(), origin(i));
    }
    while (tasks.stream().anyMatch(task -> task.get() != null)) {
      System.gc();
      Thread.sleep(1);
    }
    Task last = new Task(1);
    while (links.get(last) == null) { // the queue of what was collected is filled a little later
      links.put(last, null, origin(9));
    }

    assertThat(links.get(last).line()).isEqualTo(9);
  }
}
