package dev.bottrace.assertj;

import dev.bottrace.trace.Argument;
import dev.bottrace.trace.Call;
import dev.bottrace.trace.Outcome;
import dev.bottrace.trace.RecordedPart;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says what is wrong with calls, one by one. */
final class CallFailure {
  private static final int CALLS = 8;

  private CallFailure() {}

  /** Says that there are none of some calls; null if there are. */
  static @Nullable String ifNone(CallSelection calls, String expected) {
    return calls.count() > 0 ? null : none(calls, expected);
  }

  private static String none(CallSelection calls, String expected) {
    Message message = Message.expected(expected);
    WhatRan.instead(message, calls.run(), calls.pattern());
    return message.toString();
  }

  /** Says that there are not as many as expected. */
  static String count(CallSelection calls, String times) {
    if (calls.count() == 0) {
      return none(
          calls,
          times.isEmpty() ? "a call of " + calls.name() : calls.name() + " to be called " + times);
    }
    Message message = Message.expected(calls.name() + " to be called " + times);
    message.but("it was called " + Message.count(calls.count(), "time") + ':');
    calls.write(message);
    WhatRan.circumstances(message, calls.run());
    return message.toString();
  }

  /** Says which calls did not end as expected; null if all did. */
  static @Nullable String of(CallSelection calls, String expected, Predicate<Call> isRight) {
    List<Call> wrong = calls.calls().stream().filter(isRight.negate()).toList();
    if (wrong.isEmpty()) {
      return null;
    }
    Message message = Message.expected(calls.each() + " to " + expected);
    Call first = wrong.get(0);
    message.but(
        calls.count() == 1
            ? "it " + end(first) + ':'
            : String.format(
                Locale.ROOT, "%,d of %,d did not. The first:", wrong.size(), calls.count()));
    message.block();
    String indent = CallStacks.write(message, first, arguments(calls, first) + end(first));
    origin(message, first, indent);
    WhatRan.circumstances(message, calls.run());
    return message.toString();
  }

  static boolean isReturned(Call call) {
    return call.ended() && call.thrown().isEmpty();
  }

  /**
   * Returns the calls that returned a value.
   *
   * @throws IllegalStateException if results were not recorded
   */
  static Set<Call> returning(CallSelection calls, String line) {
    if (!calls.run().holds(RecordedPart.RETURNS)) {
      calls.calls().stream()
          .filter(CallFailure::isReturned)
          .findFirst()
          .ifPresent(CallFailure::value);
    }
    return Set.copyOf(ValuePass.returning(calls, line));
  }

  /** Says what to add if results were not recorded. */
  private static Optional<String> value(Call returned) {
    return returned.outcome() instanceof Outcome.Returned outcome
        ? outcome.value()
        : Optional.empty();
  }

  /** Writes the calls in which an exception came from further inside. */
  private static void origin(Message message, Call left, String indent) {
    String inner = indent;
    Optional<Call> callee = source(left);
    for (int i = 0; i < CALLS && callee.isPresent(); i++) {
      message.line(inner + FrameText.of(callee.get()) + Message.remark(end(callee.get())));
      inner += Message.INDENT;
      callee = source(callee.get());
    }
  }

  private static Optional<Call> source(Call left) {
    List<Call> callees = left.callees();
    return left.thrown().isEmpty() || callees.isEmpty()
        ? Optional.empty()
        : Optional.of(callees.get(callees.size() - 1))
            .filter(c -> c.thrown().equals(left.thrown()));
  }

  private static String end(Call call) {
    return call.ended() ? call.outcome().toString() : "had not ended";
  }

  /** Returns what a call was called with, if that is known, and a space. */
  private static String arguments(CallSelection calls, Call call) {
    boolean known = calls.run().holds(RecordedPart.ARGUMENTS) && !call.arguments().isEmpty();
    return known ? list(call.arguments()) + ' ' : "";
  }

  private static String list(List<Argument> arguments) {
    return arguments.stream()
        .map(argument -> argument.name() + '=' + argument.value())
        .collect(Collectors.joining(", ", "(", ")"));
  }

  /** Says with which arguments calls were made, where none has the wanted one. */
  static String arguments(CallSelection calls, Argument wanted, String expected) {
    Message message = Message.expected(expected);
    String missing = Parameters.missing(calls, wanted.name());
    String otherwise =
        calls.count() == 1
            ? "the only call has other arguments:"
            : String.format(Locale.ROOT, "none of the %,d calls has that argument:", calls.count());
    message.but(missing == null ? otherwise : missing);
    message.block();
    List<Call> all = calls.calls();
    all.stream()
        .limit(CALLS)
        .forEach(call -> Timeline.write(message, call, list(call.arguments())));
    if (all.size() > CALLS) {
      message.line(String.format(Locale.ROOT, "... and %,d more calls", all.size() - CALLS));
    }
    WhatRan.circumstances(message, calls.run());
    return message.toString();
  }
}
