package dev.bottrace.assertj;

import dev.bottrace.assertj.GoldenNode.Repeat;
import dev.bottrace.trace.CapturedValue;
import dev.bottrace.trace.RecordedPart;
import dev.bottrace.trace.RecordedRun;
import dev.bottrace.trace.TracedThread;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A trace as text for review: the calls of each thread as a tree, what is repeated written once.
 *
 * <pre>
 * [main]
 * App.main
 *   Orders.place
 *     Repository.save x3
 *     Mail.send !java.io.IOException
 *   repeated x12
 *     Item.price
 *     Item.tax
 *
 * [worker-N] x2
 * Worker.run
 * </pre>
 *
 * <p>The numbers in names of threads are mostly counters of the JVM, so they are not written.
 * Threads that did the same are written once; all but the main one stand in the order of their
 * lines.
 */
final class GoldenText {
  /** A text that is longer is none for review. */
  static final int MOST_LINES = 10_000;

  /** Calls that go deeper are none for review. */
  static final int MOST_LEVELS = 200;

  private final GoldenOptions options;
  private final GoldenNodes nodes = new GoldenNodes();
  private final Repeats repeats;

  /** Threads that did the same. */
  private record Section(boolean main, String name, List<Repeat> calls) {}

  /** What is written of a section. */
  private record Block(boolean main, List<GoldenLine> lines) {
    String text() {
      return String.join("\n", lines.stream().map(GoldenLine::text).toList());
    }
  }

  private GoldenText(GoldenOptions options) {
    this.options = options;
    this.repeats = new Repeats(options.counts());
  }

  /**
   * Writes a trace.
   *
   * @throws IllegalStateException if it is too long for review
   */
  static List<GoldenLine> of(RecordedRun run, GoldenOptions options) {
    return new GoldenText(options).lines(run);
  }

  private List<GoldenLine> lines(RecordedRun run) {
    Map<Section, Long> sections = sections(run);
    check(sections.keySet());
    List<Block> blocks = new ArrayList<>();
    sections.forEach((section, count) -> blocks.add(block(section, count)));
    blocks.sort(
        Comparator.comparing((Block block) -> !block.main()).thenComparing(block -> block.text()));
    return blocks.stream().flatMap(block -> block.lines().stream()).toList();
  }

  private Map<Section, Long> sections(RecordedRun run) {
    Map<Section, Long> sections = new LinkedHashMap<>();
    List<Repeat> others = new ArrayList<>();
    threads(run)
        .forEach(
            (thread, calls) -> {
              if (options.threads() || thread.main()) {
                Section section = new Section(thread.main(), name(thread), repeats.grouped(calls));
                sections.merge(section, 1L, Long::sum);
              } else {
                others.addAll(calls);
              }
            });
    if (!others.isEmpty()) {
      sections.put(new Section(false, "other threads", sorted(others)), 1L);
    }
    return sections;
  }

  private GoldenThreads threads(RecordedRun run) {
    if (!run.holds(RecordedPart.CALLS)) {
      run.callTree(); // says what to add
    }
    GoldenLabels labels = new GoldenLabels(options, run.callCounts());
    GoldenThreads threads = new GoldenThreads(nodes, labels, repeats);
    try {
      run.replay(threads);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return threads;
  }

  private static String name(TracedThread thread) {
    String name = thread.main() ? "main" : thread.name().replaceAll("\\d+", "N");
    return new CapturedValue.Plain(name).toString(); // escapes what would break the line
  }

  private List<Repeat> sorted(List<Repeat> calls) {
    List<Repeat> sorted = new ArrayList<>(calls);
    sorted.sort(Comparator.comparing(call -> nodes.text(call.node())));
    List<Repeat> row = new ArrayList<>();
    sorted.forEach(call -> repeats.add(row, call));
    return List.copyOf(row);
  }

  private void check(Iterable<Section> sections) {
    long lines = 0;
    int levels = 0;
    for (Section section : sections) {
      lines += 1 + nodes.lines(section.calls());
      levels = Math.max(levels, nodes.height(section.calls()));
    }
    if (lines > MOST_LINES || levels > MOST_LEVELS) {
      throw new IllegalStateException(
          String.format(
              Locale.ROOT,
              "a golden trace is for review: %,d lines or %,d levels of calls at most; this one has"
                  + " %,d and %,d. Trace less, with include(), exclude() or maxDepth(), or leave out"
                  + " more, with GoldenOptions",
              MOST_LINES,
              MOST_LEVELS,
              lines,
              levels));
    }
  }

  private Block block(Section section, long count) {
    List<GoldenLine> lines = new ArrayList<>();
    String times = count == 1 || !options.counts() ? "" : " x" + count;
    lines.add(new GoldenLine('[' + section.name() + ']' + times, null));
    nodes.print(section.calls(), 0, lines);
    return new Block(section.main(), List.copyOf(lines));
  }
}
