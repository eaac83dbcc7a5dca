package dev.bottrace.assertj;

import dev.bottrace.trace.RecordedRun;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compares a trace with its golden file, or writes the file. */
final class GoldenTrace {
  private static final String OPTION = "-D" + GoldenMode.PROPERTY + "=update";

  private static final String HOW =
      "run the test with "
          + OPTION
          + ", or with "
          + GoldenMode.VARIABLE
          + "=update in the environment,\nand review what changed.";

  /** How much of a trace is shown where there is no file. */
  private static final int SHOWN = 20;

  private final RecordedRun run;
  private final List<GoldenLine> actual;
  private final GoldenFile file;

  private GoldenTrace(RecordedRun run, List<GoldenLine> actual, GoldenFile file) {
    this.run = run;
    this.actual = actual;
    this.file = file;
  }

  /**
   * What is wrong.
   *
   * @param message for a person
   * @param expected what the file has
   * @param actual what the trace has
   */
  record Failure(String message, String expected, String actual) {}

  /**
   * Compares or writes.
   *
   * @return what is wrong; null if nothing is, or the file was written
   * @throws IllegalStateException if the trace is too long for review, or to be written and
   *     incomplete
   */
  static @Nullable Failure check(
      RecordedRun run, Path path, GoldenOptions options, GoldenMode mode) {
    GoldenTrace trace = new GoldenTrace(run, GoldenText.of(run, options), new GoldenFile(path));
    if (trace.actual.isEmpty()) {
      return trace.nothing();
    }
    return mode == GoldenMode.UPDATE ? trace.write(options) : trace.compare(mode);
  }

  /** A file without calls would be right for ever, whatever became of the test. */
  private Failure nothing() {
    Message message = Message.expected("the trace to be as in " + file.shown());
    message.but("nothing ran: the trace has no calls at all.");
    WhatRan.circumstances(message, run);
    return new Failure(message.toString(), "calls", "no calls");
  }

  private @Nullable Failure write(GoldenOptions options) {
    run.incomplete().ifPresent(this::refuse);
    file.write(actual, options);
    return null;
  }

  /** What the trace lacks now would be taken for right for ever. */
  private void refuse(String reason) {
    Message message =
        Message.of(
            file.shown()
                + " was not written: the trace is incomplete, and would be taken for right from then"
                + " on: "
                + reason);
    run.notices().forEach(notice -> message.paragraph("Note: " + notice));
    throw new IllegalStateException(message.toString());
  }

  private @Nullable Failure compare(GoldenMode mode) {
    List<GoldenFile.Line> golden = file.exists() ? file.read() : List.of();
    String message = file.exists() ? GoldenDifference.of(file, golden, actual) : missing();
    if (message == null) {
      return null;
    }
    Message notes = Message.of(message + advice(mode));
    WhatRan.circumstances(notes, run);
    return new Failure(
        notes.toString(),
        golden.stream().map(line -> line.text() + '\n').collect(Collectors.joining()),
        actual.stream().map(line -> line.text() + '\n').collect(Collectors.joining()));
  }

  private String missing() {
    String trace =
        actual.stream()
            .limit(SHOWN)
            .map(line -> "    " + line.text() + '\n')
            .collect(Collectors.joining());
    int more = actual.size() - SHOWN;
    return "Expected the trace to be as in "
        + file.shown()
        + "\nbut there is no such file. It would begin so:\n\n"
        + trace
        + (more > 0 ? String.format(Locale.ROOT, "    ... and %,d more lines\n", more) : "");
  }

  private String advice(GoldenMode mode) {
    if (mode == GoldenMode.REFUSE) {
      return "\n"
          + OPTION
          + " is refused here, as the variable CI is set: write the file where somebody reviews it.";
    }
    return (file.exists() ? "\nIf that is meant, " : "\nTo have it written, ") + HOW;
  }
}
