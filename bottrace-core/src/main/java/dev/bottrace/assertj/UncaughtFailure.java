package dev.bottrace.assertj;

import dev.bottrace.trace.CapturedValue;
import dev.bottrace.trace.ExceptionSnapshot;
import dev.bottrace.trace.RecordedRun;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says which exceptions left threads, where one is missing. */
final class UncaughtFailure {
  private static final int SHOWN = 8;
  private static final int LINE = 120;

  private UncaughtFailure() {}

  /**
   * Says that no exception of a type left a thread; null if one did.
   *
   * @param thread its name, with stars for any characters
   * @throws IllegalStateException if uncaught exceptions were not recorded
   */
  static @Nullable String of(RecordedRun run, String thread, Class<?> type) {
    List<ExceptionSnapshot> all = run.exceptions();
    Pattern name = pattern(thread);
    List<ExceptionSnapshot> ofThread =
        all.stream().filter(thrown -> name.matcher(thrown.thread()).matches()).toList();
    if (ofThread.stream().anyMatch(thrown -> ThrownTypes.isA(thrown.type(), type))) {
      return null;
    }
    Message message = Message.expected("thread " + thread + " to be left with " + type.getName());
    if (all.isEmpty()) {
      message.but("no thread was left with an exception.");
    } else if (ofThread.isEmpty()) {
      show(message.but("no exception left a thread of that name. Others were left:"), all);
    } else {
      show(message.but("it was left with:"), ofThread);
    }
    WhatRan.circumstances(message, run);
    return message.toString();
  }

  private static Pattern pattern(String thread) {
    return Pattern.compile(
        Arrays.stream(thread.split("\\*", -1))
            .map(Pattern::quote)
            .collect(Collectors.joining(".*")),
        Pattern.DOTALL);
  }

  private static void show(Message message, List<ExceptionSnapshot> exceptions) {
    message.block();
    exceptions.stream().limit(SHOWN).forEach(thrown -> message.line(line(thrown)));
    if (exceptions.size() > SHOWN) {
      message.line(
          String.format(Locale.ROOT, "... and %,d more exceptions", exceptions.size() - SHOWN));
    }
  }

  private static String line(ExceptionSnapshot thrown) {
    String place =
        thrown.stack().stream().findFirst().map(FrameText::of).orElse("at an unknown place");
    String text = thrown.message() == null ? "" : ": " + thrown.message();
    return place
        + "  ["
        + thrown.thread()
        + ']'
        + Message.remark(CapturedValue.cut(oneLine(thrown.type() + text), LINE));
  }

  private static String oneLine(String text) {
    return new CapturedValue.Plain(text).toString();
  }
}
