package dev.bottrace.assertj;

import dev.bottrace.trace.CallCount;
import dev.bottrace.trace.MethodPattern;
import dev.bottrace.trace.Receipt;
import dev.bottrace.trace.RecordedRun;
import dev.bottrace.trace.Termination;
import dev.bottrace.trace.Trace;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Says what a run did, to those who looked for something else. */
final class WhatRan {
  private static final int METHODS = 5;

  private WhatRan() {}

  /** Says that nothing that ran matches a pattern, and what is nearest to it. */
  static void instead(Message message, RecordedRun run, MethodPattern pattern) {
    List<CallCount> ran = run.callCounts();
    Optional<String> nearest = run.nearest(pattern.toString());
    List<CallCount> sameClass = ofSameClass(ran, pattern.toString());
    String none = "nothing that ran is named \"" + pattern + '"';
    if (ran.isEmpty()) {
      message.but("nothing ran: the trace has no calls at all.");
    } else if (nearest.isPresent()) {
      MethodPattern meant = MethodPattern.of(nearest.get());
      message.but(none + ". Did you mean \"" + meant + "\"?").block();
      methods(message, ran.stream().filter(count -> meant.matches(count.method())).toList());
    } else if (!sameClass.isEmpty()) {
      message.but(none + ". Of its class there ran:").block();
      methods(message, sameClass);
    } else {
      String methods = Message.count(ran.size(), "method");
      message.but(none + ", or nearly so. There ran " + methods + ':').block();
      methods(message, ran);
    }
    circumstances(message, run);
  }

  private static List<CallCount> ofSameClass(List<CallCount> ran, String pattern) {
    String className = pattern.substring(0, Math.max(0, pattern.lastIndexOf('.')));
    return ran.stream()
        .filter(
            count -> {
              String name = count.method().className();
              return name.equals(className)
                  || name.substring(name.lastIndexOf('.') + 1).equals(className);
            })
        .toList();
  }

  /** Writes methods with their counts, the first ones of many. */
  static void methods(Message message, List<CallCount> counts) {
    counts.stream()
        .limit(METHODS)
        .forEach(c -> message.line(FrameText.of(c.method()) + Message.times(c.count())));
    if (counts.size() > METHODS) {
      message.line(String.format(Locale.ROOT, "... and %,d more methods", counts.size() - METHODS));
    }
  }

  /** Says why a run may have done less than was expected. */
  static void circumstances(Message message, RecordedRun run) {
    if (run instanceof Trace trace
        && trace.termination().kind() != Termination.Kind.RETURNED
        && trace.termination().kind() != Termination.Kind.STOPPED) {
      message.paragraph("Note: " + HowItEnded.of(trace.termination()) + '.');
    }
    for (String notice : run.notices()) {
      message.paragraph("Note: " + notice);
    }
    for (Receipt receipt : run.receipts()) {
      if (receipt.kind() == Receipt.Kind.INCLUDE || receipt.kind() == Receipt.Kind.EXCLUDE) {
        message.paragraph("Note: " + receipt);
      }
    }
  }
}
