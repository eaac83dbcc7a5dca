package dev.bottrace.internal.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bottrace.runtime.ThreadSink;
import dev.bottrace.trace.TracedMethod;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Drives the probes of one thread by hand, also in ways that only odd programs do. */
class ThreadRecordTest {
  private final RecorderFixture fixture = new RecorderFixture(RecorderFixture.calls(), 5);
  private final ThreadSink sink = fixture.recorder.current(0);

  private int enter(int method) {
    sink.enter(method);
    return sink.depth;
  }

  @Test
  void nests_calls() {
    int outer = enter(0);
    sink.exit(enter(1));
    sink.exitThrowing(enter(2), new IOException());
    sink.exit(outer);
    assertThat(fixture.events())
        .containsExactly("+m0", "+m1", "-m1", "+m2", "-m2!java.io.IOException", "-m0");
    assertThat(sink.depth).isZero();
  }

  @Test
  void closes_calls_whose_return_was_not_seen_when_an_outer_one_returns() {
    int outer = enter(0);
    enter(1);
    enter(2);
    sink.exit(outer);
    assertThat(fixture.events())
        .containsExactly(
            "+m0", "+m1", "+m2", "-m2!java.lang.Throwable", "-m1!java.lang.Throwable", "-m0");
    assertThat(sink.depth).isZero();
  }

  @Test
  void closes_calls_whose_return_was_not_seen_when_an_outer_one_throws() {
    int outer = enter(0);
    enter(1);
    sink.exitThrowing(outer, new StackOverflowError());
    assertThat(fixture.events())
        .containsExactly(
            "+m0", "+m1", "-m1!java.lang.StackOverflowError", "-m0!java.lang.StackOverflowError");
  }

  @Test
  void closes_inner_calls_and_not_its_own_where_an_exception_is_caught() {
    int outer = enter(0);
    enter(1);
    enter(2);
    sink.caught(outer, new IllegalStateException());
    sink.exit(enter(3));
    sink.exit(outer);
    assertThat(fixture.events())
        .containsExactly(
            "+m0",
            "+m1",
            "+m2",
            "-m2!java.lang.IllegalStateException",
            "-m1!java.lang.IllegalStateException",
            "+m3",
            "-m3",
            "-m0");
  }

  @Test
  void ignores_a_second_exit_of_the_same_call() {
    int outer = enter(0);
    int inner = enter(1);
    sink.exit(inner);
    sink.exit(inner);
    sink.exitThrowing(inner, new IOException());
    assertThat(sink.depth).isEqualTo(outer);
    sink.exit(outer);
    sink.exit(outer);
    assertThat(fixture.events()).containsExactly("+m0", "+m1", "-m1", "-m0");
    assertThat(sink.depth).isZero();
  }

  @Test
  void closes_what_is_open_at_the_end() {
    enter(0);
    enter(1);
    assertThat(fixture.events()).containsExactly("+m0", "+m1", "-m1!exit", "-m0!exit");
  }

  @Test
  void leaves_open_what_was_open_when_the_limit_was_reached() {
    var limited = new RecorderFixture(RecorderFixture.calls().withMaxEvents(2), 2);
    limited.recorder.current(0).enter(0);
    limited.recorder.current(0).enter(1);
    assertThat(limited.events()).containsExactly("+m0", "+m1");
  }

  @Test
  void records_nothing_after_the_end() {
    sink.exit(enter(0));
    fixture.recorder.finish();
    for (int i = 0; i < 100_000; i++) {
      sink.exit(enter(1));
    }
    fixture.recorder.flush();
    fixture.recorder.finish();
    assertThat(fixture.replayed()).containsExactly("+m0", "-m0");
  }

  /** Constructors of A, of its superclass B, and of its superclass C. */
  private final class Constructors {
    final int a = define("A");
    final int b = define("B");
    final int c = define("C");

    private int define(String className) {
      return fixture.symbols.define(
          List.of(new TracedMethod(0, className, "<init>", "()V", className + ".java", 1)));
    }
  }

  @Test
  void closes_the_constructors_that_a_super_call_left_by_an_exception() {
    Constructors of = new Constructors();
    int caller = enter(0);
    int a = enter(of.a);
    sink.superStart(a, of.a, "B");
    int b = enter(of.b);
    sink.superStart(b, of.b, "C");
    sink.constructorThrew(enter(of.c), of.c, new IOException());
    assertThat(sink.depth).as("A and B have no handler of their own there").isEqualTo(caller);
    sink.exit(caller);
    assertThat(fixture.events().subList(3, 8))
        .containsExactly(
            "+<init>",
            "-<init>!java.io.IOException",
            "-<init>!java.io.IOException",
            "-<init>!java.io.IOException",
            "-m0")
        .hasSize(5);
  }

  @Test
  void keeps_the_constructor_open_whose_super_call_returned() {
    Constructors of = new Constructors();
    int a = enter(of.a);
    sink.superStart(a, of.a, "B");
    int b = enter(of.b);
    sink.exit(b);
    sink.superEnd(a);
    // an object of B of its own, whose constructor throws, is not A's super call
    sink.constructorThrew(enter(of.b), of.b, new IOException());
    assertThat(sink.depth).isEqualTo(a);
    sink.exit(a);
    assertThat(fixture.events())
        .containsExactly(
            "+<init>", "+<init>", "-<init>", "+<init>", "-<init>!java.io.IOException", "-<init>");
  }

  @Test
  void notices_at_the_next_call_that_a_constructor_is_gone() {
    Constructors of = new Constructors();
    int a = enter(of.a);
    sink.superStart(a, of.a, "Untraced");
    // The exception left A; no <init> of A is on the stack when the next method is called.
    sink.exit(enter(1));
    assertThat(fixture.events())
        .containsExactly("+<init>", "-<init>!java.lang.Throwable", "+m1", "-m1");
    assertThat(sink.depth).isZero();
  }

  @Test
  void notices_at_the_next_call_that_constructors_within_each_other_are_gone() {
    Constructors of = new Constructors();
    int caller = enter(0);
    int a = enter(of.a);
    sink.superStart(a, of.a, "B");
    sink.superStart(enter(of.b), of.b, "Untraced"); // which throws, out of B and A
    sink.exit(enter(1));
    assertThat(fixture.events().subList(0, 7))
        .containsExactly(
            "+m0",
            "+<init>",
            "+<init>",
            "-<init>!java.lang.Throwable",
            "-<init>!java.lang.Throwable",
            "+m1",
            "-m1");
    assertThat(sink.depth).isEqualTo(caller);
  }

  @Test
  void keeps_more_super_calls_than_it_has_room_for_at_first() {
    Constructors of = new Constructors();
    int caller = enter(0);
    for (int i = 0; i < 100; i++) {
      sink.superStart(enter(of.a), of.a, "A");
    }
    sink.constructorThrew(enter(of.a), of.a, new IOException());
    assertThat(sink.depth).isEqualTo(caller);
    sink.exit(caller);
    assertThat(fixture.events()).hasSize(2 * 102).endsWith("-<init>!java.io.IOException", "-m0");
  }

  @Test
  void closes_constructors_below_the_last_recorded_level_with_that_level() {
    var shallow = new RecorderFixture(RecorderFixture.calls().withMaxDepth(1), 5);
    ThreadSink thread = shallow.recorder.current(0);
    thread.enter(0);
    int outer = thread.depth;
    thread.enter(1);
    thread.superStart(thread.depth, 1, "Untraced"); // which throws, and nobody sees that
    thread.caught(outer, new IOException());
    thread.enter(2);
    int inner = thread.depth;
    thread.superStart(inner, 2, "Untraced");
    thread.superEnd(inner);
    thread.exit(inner);
    thread.exit(outer);
    thread.enter(3);
    thread.exit(thread.depth);
    assertThat(inner).isEqualTo(2);
    assertThat(thread.depth).isZero();
    assertThat(shallow.events()).containsExactly("+m0", "-m0", "+m3", "-m3");
  }

  @Test
  void notices_at_a_call_that_seems_too_deep_that_a_constructor_is_gone() {
    var shallow = new RecorderFixture(RecorderFixture.calls().withMaxDepth(2), 4);
    ThreadSink thread = shallow.recorder.current(0);
    thread.enter(0);
    thread.enter(1);
    thread.superStart(2, 1, "Untraced"); // which throws, and nobody sees that
    thread.enter(2, new Object[0]);
    assertThat(thread.depth).isEqualTo(2);
    thread.exit(2);
    thread.enter(1);
    thread.superStart(2, 1, "Untraced");
    thread.enter(3);
    assertThat(thread.depth).isEqualTo(2);
    thread.exit(2);
    thread.exit(1);
    assertThat(shallow.events())
        .containsExactly(
            "+m0",
            "+m1",
            "-m1!java.lang.Throwable",
            "+m2",
            "-m2",
            "+m1",
            "-m1!java.lang.Throwable",
            "+m3",
            "-m3",
            "-m0");
  }
}
