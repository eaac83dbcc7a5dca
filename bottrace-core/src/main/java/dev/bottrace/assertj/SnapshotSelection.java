package dev.bottrace.assertj;

import dev.bottrace.option.Breakpoint;
import dev.bottrace.trace.BreakpointSnapshot;
import dev.bottrace.trace.Receipt;
import dev.bottrace.trace.RecordedRun;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The snapshots that assertions are about.
 *
 * @param run what was recorded
 * @param place the breakpoint
 * @param name what they are called in messages
 * @param snapshots in the order of the trace
 */
record SnapshotSelection(
    RecordedRun run, Breakpoint.Place place, String name, List<BreakpointSnapshot> snapshots) {
  private static final int PLACES = 8;

  /**
   * Finds the snapshots of a breakpoint.
   *
   * @throws IllegalArgumentException if it is none
   */
  static SnapshotSelection of(RecordedRun run, String where) {
    Breakpoint.Place place = Breakpoint.of(where).place();
    return new SnapshotSelection(
        run,
        place,
        where,
        run.snapshots().stream().filter(snapshot -> isAt(snapshot, place)).toList());
  }

  private static boolean isAt(BreakpointSnapshot snapshot, Breakpoint.Place place) {
    if (place instanceof Breakpoint.Line line) {
      int colon = snapshot.breakpoint().lastIndexOf(':');
      return snapshot.breakpoint().substring(colon + 1).equals(Integer.toString(line.line()))
          && line.isIn(snapshot.breakpoint().substring(0, colon));
    }
    return place instanceof Breakpoint.Method method && isIn(snapshot, method);
  }

  private static boolean isIn(BreakpointSnapshot snapshot, Breakpoint.Method method) {
    if (snapshot.stack().isEmpty()) {
      return false;
    }
    String function = FrameText.name(snapshot.stack().get(0));
    int dot = function.lastIndexOf('.');
    return method.method().equals(function.substring(dot + 1))
        && method.isIn(function.substring(0, dot));
  }

  SnapshotSelection only(int index, String which) {
    return new SnapshotSelection(run, place, which + ' ' + name, List.of(snapshots.get(index)));
  }

  /** Says that there are not as many as expected. */
  String count(String times) {
    Message message = Message.expected("breakpoint " + name + " to be reached" + times);
    if (snapshots.isEmpty()) {
      none(message);
    } else {
      message.but("it was reached " + Message.count(snapshots.size(), "time") + ':').block();
      places(message, snapshots.stream().map(SnapshotFailure::place));
    }
    WhatRan.circumstances(message, run);
    return message.toString();
  }

  private void none(Message message) {
    String reason =
        run.receipts().stream()
            .filter(receipt -> receipt.kind() == Receipt.Kind.BREAKPOINT)
            .filter(receipt -> Breakpoint.of(receipt.subject()).place().equals(place))
            .findFirst()
            .map(Receipt::reason)
            .orElse("nothing was captured there: has the request .breakpoint(\"" + name + "\")?");
    message.but(reason);
    if (!run.snapshots().isEmpty()) {
      message.paragraph("Reached were:").block();
      places(message, run.snapshots().stream().map(SnapshotFailure::place));
    }
  }

  private static void places(Message message, Stream<String> reached) {
    Map<String, Long> places = new TreeMap<>();
    reached.forEach(place -> places.merge(place, 1L, Long::sum));
    places.entrySet().stream()
        .limit(PLACES)
        .forEach(place -> message.line(place.getKey() + Message.times(place.getValue())));
    if (places.size() > PLACES) {
      message.line(String.format(Locale.ROOT, "... and %,d more places", places.size() - PLACES));
    }
  }
}
