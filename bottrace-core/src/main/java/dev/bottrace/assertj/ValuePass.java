package dev.bottrace.assertj;

import dev.bottrace.trace.Argument;
import dev.bottrace.trace.Call;
import dev.bottrace.trace.CallCount;
import dev.bottrace.trace.MethodPattern;
import dev.bottrace.trace.TraceEventSink;
import dev.bottrace.trace.TracedMethod;
import dev.bottrace.trace.TracedThread;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Compares the values of all calls of a pattern while it is shown the events once: to ask each call
 * for its own would search for them each time.
 */
final class ValuePass implements TraceEventSink {
  private static final int OTHER = -1;

  private final MethodPattern pattern;
  private final Predicate<List<Argument>> arguments;
  private final Predicate<@Nullable String> result;
  private final BitSet right = new BitSet();
  private final Map<Integer, Boolean> named = new HashMap<>();
  private final Map<Integer, Deque<Integer>> open = new HashMap<>();
  private int next;

  private ValuePass(
      MethodPattern pattern,
      Predicate<List<Argument>> arguments,
      Predicate<@Nullable String> result) {
    this.pattern = pattern;
    this.arguments = arguments;
    this.result = result;
  }

  /** Returns those of some calls that have an argument. */
  static List<Call> with(CallSelection calls, Argument wanted) {
    return new ValuePass(calls.pattern(), list -> list.contains(wanted), value -> false).of(calls);
  }

  /** Returns the names of the parameters that some calls have, in the order of the trace. */
  static Set<String> parameters(CallSelection calls) {
    Set<String> names = new LinkedHashSet<>();
    Predicate<List<Argument>> collect =
        list -> {
          list.forEach(argument -> names.add(argument.name()));
          return false;
        };
    new ValuePass(calls.pattern(), collect, value -> false).replay(calls);
    return names;
  }

  /** Returns those of some calls that returned a value. */
  static List<Call> returning(CallSelection calls, String line) {
    return new ValuePass(calls.pattern(), list -> false, line::equals).of(calls);
  }

  private void replay(CallSelection calls) {
    try {
      calls.run().replay(this);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<Call> of(CallSelection calls) {
    replay(calls);
    List<Call> all = calls.run().callTree().calls(pattern);
    List<Call> narrowed = calls.narrowed();
    Predicate<Call> asked = narrowed == null ? call -> true : Set.copyOf(narrowed)::contains;
    return right.stream().mapToObj(all::get).filter(asked).toList();
  }

  @Override
  public void call(TracedMethod method, TracedThread thread, int depth, List<Argument> list) {
    int number = OTHER;
    if (named.computeIfAbsent(method.id(), id -> pattern.matches(method))) {
      number = next++;
      right.set(number, arguments.test(list));
    }
    open.computeIfAbsent(thread.index(), t -> new ArrayDeque<>()).push(number);
  }

  @Override
  public void returned(
      TracedMethod method,
      TracedThread thread,
      int depth,
      @Nullable String thrown,
      @Nullable String value) {
    Deque<Integer> calls = open.get(thread.index());
    int number = calls == null || calls.isEmpty() ? OTHER : calls.pop();
    if (number != OTHER && thrown == null && result.test(value)) {
      right.set(number);
    }
  }

  @Override
  public void counts(Iterable<CallCount> counts) {}

  @Override
  public void flush() {}
}
