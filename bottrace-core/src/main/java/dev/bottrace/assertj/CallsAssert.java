package dev.bottrace.assertj;

import dev.bottrace.trace.Argument;
import dev.bottrace.trace.Call;
import dev.bottrace.trace.MethodPattern;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Assertions on calls, and on the whole trace, to go on with. What is asserted of the calls is
 * asserted of each of them, and of at least one.
 */
public final class CallsAssert extends AbstractTraceAssert<CallsAssert> {
  private final TraceAssert trace;
  private final CallSelection calls;

  CallsAssert(TraceAssert trace, CallSelection calls) {
    super(calls.run(), CallsAssert.class);
    this.trace = trace;
    this.calls = calls;
    as(trace.descriptionText());
  }

  @Override
  TraceAssert whole() {
    return trace;
  }

  /**
   * Asserts how many calls there are.
   *
   * @param expected how many, at least 0
   * @return these assertions
   * @throws IllegalArgumentException if negative
   * @throws IllegalStateException if the trace may lack such calls; the message says why
   */
  public CallsAssert times(long expected) {
    return count(expected, calls.count() == expected, Message.count(expected, "time"), true);
  }

  /**
   * Asserts that there are not fewer calls.
   *
   * @param least how many, at least 0
   * @return these assertions
   * @throws IllegalArgumentException if negative
   */
  public CallsAssert atLeast(long least) {
    String times = least == 1 ? "" : "at least " + Message.count(least, "time");
    return count(least, calls.count() >= least, times, false);
  }

  /**
   * Asserts that there are not more calls.
   *
   * @param most how many, at least 0
   * @return these assertions
   * @throws IllegalArgumentException if negative
   * @throws IllegalStateException if the trace may lack such calls; the message says why
   */
  public CallsAssert atMost(long most) {
    return count(most, calls.count() <= most, "at most " + Message.count(most, "time"), true);
  }

  private CallsAssert count(long limit, boolean isRight, String times, boolean noMore) {
    if (limit < 0) {
      throw new IllegalArgumentException("no number of calls: " + limit);
    }
    if (!isRight) {
      check(CallFailure.count(calls, times));
    } else if (noMore) {
      calls.mustBeComplete();
    }
    return this;
  }

  /**
   * Narrows the calls down to the first one.
   *
   * @return assertions on that call
   */
  public CallsAssert first() {
    check(CallFailure.ifNone(calls, "a call of " + calls.name()));
    return new CallsAssert(trace, calls.first());
  }

  /**
   * Narrows the calls down to the last one.
   *
   * @return assertions on that call
   */
  public CallsAssert last() {
    check(CallFailure.ifNone(calls, "a call of " + calls.name()));
    return new CallsAssert(trace, calls.last());
  }

  /**
   * Narrows the calls down to those with an argument, of which there has to be one.
   *
   * @param parameter its name
   * @param value its value; compared as traces write it
   * @return assertions on these calls
   * @throws IllegalStateException if arguments were not recorded
   */
  public CallsAssert with(String parameter, @Nullable Object value) {
    Argument wanted = new Argument(parameter, Notation.ofCall(value));
    String expected = "a call of " + calls.name() + CallSelection.having(wanted);
    check(CallFailure.ifNone(calls, expected));
    CallSelection narrowed = calls.with(wanted);
    check(narrowed.calls().isEmpty() ? CallFailure.arguments(calls, wanted, expected) : null);
    return new CallsAssert(trace, narrowed);
  }

  /**
   * Asserts that each call is made between two others of its thread: after the start of a call that
   * begins something, and before the end of the one that ends it. Those belong together as
   * parentheses do: an end closes the latest beginning that is open in its thread. What is begun
   * and not ended, as a transaction that is rolled back, holds nothing.
   *
   * @param begin names who begins, as in {@code Tx.begin}
   * @param end names who ends, as in {@code Tx.commit}
   * @return these assertions
   */
  public CallsAssert within(String begin, String end) {
    MethodPattern first = Patterns.of(calls.run(), begin);
    MethodPattern last = Patterns.of(calls.run(), end);
    check(CallFailure.ifNone(calls, calls.each() + " to be within " + begin + " and " + end));
    check(SpanFailure.of(calls, first, last));
    return this;
  }

  /**
   * Asserts that each call returned: that it was not left with an exception, and had ended.
   *
   * @return these assertions
   */
  public CallsAssert returned() {
    return each("return", CallFailure::isReturned);
  }

  /**
   * Asserts what each call returned.
   *
   * @param value compared as traces write it: strings, numbers and other values of the JDK by what
   *     they are, other objects by their fields
   * @return these assertions
   * @throws IllegalStateException if results were not recorded
   */
  public CallsAssert returned(@Nullable Object value) {
    return returnedLine(Notation.ofCall(value));
  }

  /**
   * Asserts what each call returned, as traces write it.
   *
   * @param line as in {@code Order{id=5}}; strings are in double quotes
   * @return these assertions
   * @throws IllegalStateException if results were not recorded
   */
  public CallsAssert returnedLine(String line) {
    String expected = "return " + line;
    check(CallFailure.ifNone(calls, calls.each() + " to " + expected));
    Set<Call> right = CallFailure.returning(calls, line);
    return each(expected, right::contains);
  }

  /**
   * Asserts that each call was left with an exception.
   *
   * @param type its class, or one that it extends; compared by name, as the program has classes of
   *     its own
   * @return these assertions
   */
  public CallsAssert threw(Class<? extends Throwable> type) {
    return each(
        "throw " + type.getName(),
        call -> call.thrown().filter(name -> ThrownTypes.isA(name, type)).isPresent());
  }

  /**
   * Asserts that each call was left with an exception of exactly one class.
   *
   * @param className its binary name, as in {@code com.acme.OutOfStock}
   * @return these assertions
   */
  public CallsAssert threw(String className) {
    return each("throw " + className, call -> call.thrown().filter(className::equals).isPresent());
  }

  private CallsAssert each(String expected, Predicate<Call> isRight) {
    check(CallFailure.ifNone(calls, calls.each() + " to " + expected));
    check(CallFailure.of(calls, expected, isRight));
    return this;
  }
}
