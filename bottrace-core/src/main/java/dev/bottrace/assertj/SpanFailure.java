package dev.bottrace.assertj;

import dev.bottrace.trace.Call;
import dev.bottrace.trace.CallTree;
import dev.bottrace.trace.MethodPattern;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says which calls are not where they should be: between two others. */
final class SpanFailure {
  private final CallSelection selection;
  private final MethodPattern begin;
  private final MethodPattern end;
  private final Message message;

  private SpanFailure(CallSelection selection, MethodPattern begin, MethodPattern end) {
    this.selection = selection;
    this.begin = begin;
    this.end = end;
    this.message = Message.expected(selection.each() + " to be within " + begin + " and " + end);
  }

  /** Says what is wrong; null if nothing is. */
  static @Nullable String of(CallSelection selection, MethodPattern begin, MethodPattern end) {
    SpanFailure failure = new SpanFailure(selection, begin, end);
    return failure.isFailure() ? failure.message.toString() : null;
  }

  private boolean isFailure() {
    CallTree tree = selection.run().callTree();
    for (MethodPattern limit : List.of(begin, end)) {
      if (tree.first(limit).isEmpty()) {
        WhatRan.instead(message, selection.run(), limit);
        return true;
      }
    }
    CallSpans spans = new CallSpans(tree, begin, end);
    List<Call> outside = spans.outside(selection.calls());
    if (outside.isEmpty()) {
      return false;
    }
    explain(outside, spans.lastBefore(outside.get(0)));
    return true;
  }

  private void explain(List<Call> outside, Optional<CallSpans.Span> last) {
    Call first = outside.get(0);
    long all = selection.count();
    String are = outside.size() == 1 ? "is" : "are";
    message.but(
        all == 1
            ? "it is not:"
            : String.format(
                Locale.ROOT, "%,d of %,d %s not. The first:", outside.size(), all, are));
    message.block();
    CallStacks.write(
        message, first, last.map(this::late).orElse("no " + begin + " before it in its thread"));
    last.ifPresent(
        span -> {
          message.paragraph("What began last before it in its thread:").block();
          Timeline.write(message, span.begin(), "");
          span.end().ifPresent(call -> Timeline.write(message, call, ""));
          Timeline.write(message, first, "this call");
        });
    WhatRan.circumstances(message, selection.run());
  }

  private String late(CallSpans.Span span) {
    return span.end().isPresent()
        ? "after " + end + " had ended"
        : "no " + end + " follows in its thread";
  }
}
