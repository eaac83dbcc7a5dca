package dev.bottrace.trace;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Why a recording may lack calls that happened. Immutable.
 *
 * @param unseen binary names of classes that were to be traced and could not be; a notice says why
 * @param leftAlone binary names of those that never are, wherever it is recorded: their code begins
 *     to record, or they belong to a program that is traced by itself
 * @param stopped why nothing was recorded from some event on; empty if all was
 * @param shallow why calls further inside were not recorded; empty if they were
 * @param dropped why events are missing that are counted; empty if none is
 */
public record MissingCalls(
    List<String> unseen, List<String> leftAlone, String stopped, String shallow, String dropped) {
  /** None is missing. */
  public static final MissingCalls NONE = new MissingCalls(List.of(), List.of(), "", "", "");

  /**
   * Copies the names.
   *
   * @param unseen classes that could not be traced
   * @param leftAlone those that never are
   * @param stopped why nothing was recorded from some event on
   * @param shallow why calls further inside were not recorded
   * @param dropped why events are missing
   */
  public MissingCalls {
    unseen = List.copyOf(unseen);
    leftAlone = List.copyOf(leftAlone);
  }

  /** Says why calls may be missing that a pattern names; empty if none is. */
  Optional<String> of(MethodPattern pattern, RecordedPart part) {
    Optional<String> alone =
        Stream.concat(unseen.stream(), leftAlone.stream()).filter(pattern::mayBeIn).findFirst();
    if (alone.isPresent()) {
      return Optional.of(alone.get() + " was not recorded: see the notices of the trace");
    }
    boolean counted = part == RecordedPart.CALL_COUNTS;
    String kept = counted || dropped.isEmpty() ? "" : dropped + ", or add callCounts()";
    return first(stopped, shallow, kept);
  }

  /** Says why calls may be missing of which it can't be said whose; empty if none is. */
  Optional<String> anywhere() {
    return first(whyUnseen(), stopped, dropped);
  }

  private String whyUnseen() {
    if (unseen.isEmpty()) {
      return "";
    }
    String first = unseen.get(0);
    int more = unseen.size() - 1;
    String why = " not recorded, for a reason that is among the notices: mend that, or add ";
    return more == 0
        ? first + " was" + why + ".exclude(\"" + first + "\") to the request"
        : first
            + String.format(Locale.ROOT, " and %,d more", more)
            + " were"
            + why
            + ".exclude(...) for each of them to the request";
  }

  private static Optional<String> first(String... reasons) {
    return Stream.of(reasons).filter(reason -> !reason.isEmpty()).findFirst();
  }
}
