package dev.bottrace.assertj;

import dev.bottrace.trace.Call;
import dev.bottrace.trace.CallTree;
import dev.bottrace.trace.MethodPattern;
import dev.bottrace.trace.RecordedRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Looks for calls that begin one after the other, and says which one does not come. */
final class OrderFailure {
  private final RecordedRun run;
  private final CallTree tree;
  private final List<MethodPattern> wanted;
  private final List<Call> found = new ArrayList<>();

  private OrderFailure(RecordedRun run, List<MethodPattern> wanted) {
    this.run = run;
    this.tree = run.callTree();
    this.wanted = wanted;
  }

  /** Says which call does not come; null if all do. */
  static @Nullable String of(RecordedRun run, List<MethodPattern> wanted) {
    OrderFailure failure = new OrderFailure(run, wanted);
    for (MethodPattern next : wanted) {
      Optional<Call> call = failure.after(next);
      if (call.isEmpty()) {
        return failure.message(next);
      }
      failure.found.add(call.get());
    }
    return null;
  }

  private Optional<Call> after(MethodPattern next) {
    if (found.isEmpty()) {
      return tree.first(next);
    }
    Call last = found.get(found.size() - 1);
    return tree.calls(next).stream().filter(call -> call.compareTo(last) > 0).findFirst();
  }

  private String message(MethodPattern missing) {
    Message message =
        Message.expected(
            "calls in this order: "
                + String.join(", ", wanted.stream().map(Object::toString).toList()));
    Optional<Call> before = tree.last(missing);
    if (before.isEmpty()) {
      WhatRan.instead(message, run, missing);
      return message.toString();
    }
    MethodPattern previous = wanted.get(found.size() - 1);
    message.but("no " + missing + " began after the first " + previous + " that fits:").block();
    Call last = found.get(found.size() - 1);
    Stream.concat(found.stream(), before.stream())
        .sorted()
        .forEach(
            call -> {
              boolean isFound = found.contains(call);
              String remark = call.equals(last) ? "no " + missing + " after this" : "";
              Timeline.write(message, call, isFound ? remark : "the last " + missing);
            });
    WhatRan.circumstances(message, run);
    return message.toString();
  }
}
