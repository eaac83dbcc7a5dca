package dev.bottrace.assertj;

import dev.bottrace.trace.Argument;
import dev.bottrace.trace.Call;
import dev.bottrace.trace.CallCount;
import dev.bottrace.trace.MethodPattern;
import dev.bottrace.trace.RecordedPart;
import dev.bottrace.trace.RecordedRun;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The calls that assertions are about: all of a pattern, or some of them. Works on counts alone
 * where calls were not recorded, as long as nobody asks for the calls.
 *
 * @param run what was recorded
 * @param pattern names the methods
 * @param place which of the calls it is, if it is one by its place, and a space
 * @param condition which of the calls they are, if not all, after a space
 * @param narrowed some of them; null for all
 */
record CallSelection(
    RecordedRun run,
    MethodPattern pattern,
    String place,
    String condition,
    @Nullable List<Call> narrowed) {
  static CallSelection of(RecordedRun run, String pattern) {
    return new CallSelection(run, Patterns.of(run, pattern), "", "", null);
  }

  /** Returns the calls, in the order of the trace. */
  List<Call> calls() {
    return narrowed == null ? run.callTree().calls(pattern) : narrowed;
  }

  /** Returns how many there are. */
  long count() {
    return narrowed == null ? run.count(pattern.toString()) : narrowed.size();
  }

  /** Refuses to go on where there may have been more of them. */
  void mustBeComplete() {
    boolean counted = narrowed == null && run.holds(RecordedPart.CALL_COUNTS);
    Patterns.complete(run, pattern, counted ? RecordedPart.CALL_COUNTS : RecordedPart.CALLS);
  }

  /** Returns the first one. */
  CallSelection first() {
    return only("first ", calls().get(0));
  }

  /** Returns the last one. */
  CallSelection last() {
    return only("last ", calls().get(calls().size() - 1));
  }

  private CallSelection only(String which, Call call) {
    return new CallSelection(run, pattern, which, condition, List.of(call));
  }

  /**
   * Returns those that have an argument.
   *
   * @throws IllegalStateException if arguments were not recorded
   */
  CallSelection with(Argument argument) {
    if (!run.holds(RecordedPart.ARGUMENTS)) {
      calls().get(0).arguments(); // says what to add
    }
    List<Call> having = ValuePass.with(this, argument);
    return new CallSelection(run, pattern, "", condition + having(argument), having);
  }

  /** Says that calls have an argument, after a space. */
  static String having(Argument argument) {
    return " with " + argument.name() + '=' + argument.value();
  }

  /** Names the method, and which of its calls are meant. */
  String name() {
    return pattern + condition;
  }

  /** Names them all. */
  String each() {
    String calls = place + "call of " + name();
    return (count() == 1 ? "the " : "each ") + calls;
  }

  /** Writes the calls with their callers, or methods and counts where only those are known. */
  void write(Message message) {
    message.block();
    if (narrowed != null || run.holds(RecordedPart.CALLS)) {
      CallStacks.write(message, calls());
    } else {
      List<CallCount> counts =
          run.callCounts().stream().filter(count -> pattern.matches(count.method())).toList();
      WhatRan.methods(message, counts);
    }
  }
}
