package dev.bottrace.assertj;

import dev.bottrace.trace.BreakpointSnapshot;
import dev.bottrace.trace.CapturedValue;
import dev.bottrace.trace.CapturedVariable;
import dev.bottrace.trace.FrameSnapshot;
import dev.bottrace.trace.WatchResult;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Says what is wrong with snapshots, one by one. */
final class SnapshotFailure {
  private static final int FRAMES = 4;
  private static final int VARIABLES = 12;
  private static final int LINE = 120;

  private SnapshotFailure() {}

  /** Says in which snapshot a variable held something else; null if in none. */
  static @Nullable String ofLocal(SnapshotSelection snapshots, String name, String line) {
    return of(
        snapshots,
        name + " to be " + line,
        "there is no variable of that name",
        line,
        snapshot ->
            locals(snapshot).stream()
                .filter(local -> local.name().equals(name))
                .map(local -> local.value().toString())
                .findFirst());
  }

  /** Says in which snapshot a watch gave something else; null if in none. */
  static @Nullable String ofWatch(SnapshotSelection snapshots, String expression, String line) {
    return of(
        snapshots,
        "watch " + expression + " to be " + line,
        "there is no such watch: has the request .watch(\"" + expression + "\")?",
        line,
        snapshot ->
            snapshot.watches().stream()
                .filter(watch -> watch.expression().equals(expression))
                .map(SnapshotFailure::result)
                .findFirst());
  }

  private static String result(WatchResult watch) {
    CapturedValue value = watch.value();
    return value == null ? "error: " + watch.error() : value.toString();
  }

  private static @Nullable String of(
      SnapshotSelection snapshots,
      String expected,
      String missing,
      String line,
      Function<BreakpointSnapshot, Optional<String>> actual) {
    List<BreakpointSnapshot> wrong =
        snapshots.snapshots().stream()
            .filter(snapshot -> !actual.apply(snapshot).equals(Optional.of(line)))
            .toList();
    if (wrong.isEmpty()) {
      return null;
    }
    BreakpointSnapshot first = wrong.get(0);
    Message message = Message.expected(expected + " at " + snapshots.name());
    String was = actual.apply(first).map(a -> "it was " + cut(a)).orElse(missing);
    int all = snapshots.snapshots().size();
    message.but(
        wrong.size() == all
            ? was
            : String.format(
                Locale.ROOT,
                "in %,d of %,d snapshots it was not. The first: %s",
                wrong.size(),
                all,
                was));
    show(message.block(), first);
    return message.toString();
  }

  private static List<CapturedVariable> locals(BreakpointSnapshot snapshot) {
    List<CapturedVariable> locals =
        snapshot.stack().isEmpty() ? null : snapshot.stack().get(0).locals();
    return locals == null ? List.of() : locals;
  }

  /** Returns where a snapshot was taken, and by which thread if that is not main. */
  static String place(BreakpointSnapshot snapshot) {
    String thread = snapshot.thread().equals("main") ? "" : "  [" + snapshot.thread() + ']';
    return snapshot.stack().stream()
        .findFirst()
        .map(frame -> FrameText.of(frame) + thread)
        .orElse(snapshot.breakpoint() + thread);
  }

  private static void show(Message message, BreakpointSnapshot snapshot) {
    message.line(place(snapshot));
    List<CapturedVariable> locals = locals(snapshot);
    locals.stream()
        .limit(VARIABLES)
        .forEach(local -> value(message, local.name(), local.value().toString()));
    if (locals.size() > VARIABLES) {
      message.line(
          String.format(Locale.ROOT, "    ... and %,d more variables", locals.size() - VARIABLES));
    }
    snapshot
        .watches()
        .forEach(watch -> value(message, "watch " + watch.expression(), result(watch)));
    List<FrameSnapshot> callers = snapshot.stack().stream().skip(1).toList();
    callers.stream().limit(FRAMES).forEach(frame -> message.line(FrameText.of(frame)));
    if (callers.size() > FRAMES) {
      message.line(String.format(Locale.ROOT, "... and %,d more frames", callers.size() - FRAMES));
    }
  }

  private static void value(Message message, String name, String value) {
    message.line("    " + name + ": " + cut(value));
  }

  private static String cut(String value) {
    return CapturedValue.cut(value, LINE);
  }
}
