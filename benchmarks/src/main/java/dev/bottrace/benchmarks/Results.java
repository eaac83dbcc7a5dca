package dev.bottrace.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What was measured, one value a turn. As a file: lines of {@code jdk, workload, run, metric},
 * values, separated by tabs; where a run failed, or deserves a remark, the metric is {@code note},
 * and text follows.
 */
final class Results {
  private static final String NOTE = "note";

  private final Map<Key, List<Double>> values = new LinkedHashMap<>();
  private final Map<Key, String> notes = new LinkedHashMap<>();

  private record Key(String jdk, String workload, String run, String metric) {}

  void add(Jdk jdk, Object workload, String run, String metric, double value) {
    Key key = new Key(jdk.toString(), workload.toString(), run, metric);
    values.computeIfAbsent(key, absent -> new ArrayList<>()).add(value);
  }

  /** Says that a run can't be measured; what it has measured so far is void. */
  void fail(Jdk jdk, Object workload, String run, String reason) {
    values
        .keySet()
        .removeIf(
            key ->
                key.jdk.equals(jdk.toString())
                    && key.workload.equals(workload.toString())
                    && key.run.equals(run));
    note(jdk, workload, run, reason);
  }

  void note(Jdk jdk, Object workload, String run, String text) {
    notes.put(
        new Key(jdk.toString(), workload.toString(), run, NOTE), text.replaceAll("\\s+", " "));
  }

  @Nullable String note(String jdk, Object workload, String run) {
    return notes.get(new Key(jdk, workload.toString(), run, NOTE));
  }

  List<Double> values(String jdk, Object workload, String run, String metric) {
    return values.getOrDefault(new Key(jdk, workload.toString(), run, metric), List.of());
  }

  /** Returns the median; NaN if nothing was measured. */
  double median(String jdk, Object workload, String run, String metric) {
    List<Double> turns = values(jdk, workload, run, metric);
    return turns.isEmpty() ? Double.NaN : ChildProcess.median(turns);
  }

  /** Returns the median of the ratios within each turn; NaN if one of both is missing. */
  double ratio(String jdk, Object workload, String run, String floor, String metric) {
    return ratio(values(jdk, workload, run, metric), values(jdk, workload, floor, metric));
  }

  /**
   * Returns the ratio of the best turns of both: what is the same takes the same at best, however
   * much the machine does besides; NaN if one of both is missing.
   */
  double ratioOfBest(String jdk, Object workload, String run, String floor, String metric) {
    List<Double> ours = values(jdk, workload, run, metric);
    List<Double> floors = values(jdk, workload, floor, metric);
    return ours.isEmpty() || floors.isEmpty()
        ? Double.NaN
        : Collections.min(ours) / Collections.min(floors);
  }

  static double ratio(List<Double> ours, List<Double> floors) {
    if (ours.isEmpty() || ours.size() != floors.size()) {
      return Double.NaN;
    }
    List<Double> ratios = new ArrayList<>();
    for (int turn = 0; turn < ours.size(); turn++) {
      ratios.add(ours.get(turn) / floors.get(turn));
    }
    return ChildProcess.median(ratios);
  }

  Set<String> jdks() {
    Set<String> jdks = new TreeSet<>();
    values.keySet().forEach(key -> jdks.add(key.jdk));
    return jdks;
  }

  void write(Path file) throws IOException {
    List<String> lines = new ArrayList<>();
    values.forEach(
        (key, turns) -> {
          StringBuilder line = new StringBuilder(line(key));
          turns.forEach(turn -> line.append('\t').append(turn));
          lines.add(line.toString());
        });
    notes.forEach((key, note) -> lines.add(line(key) + '\t' + note));
    Files.write(file, lines);
  }

  private static String line(Key key) {
    return String.join("\t", key.jdk, key.workload, key.run, key.metric);
  }

  static Results read(Path file) throws IOException {
    Results results = new Results();
    for (String line : Files.readAllLines(file)) {
      String[] cells = line.split("\t", -1);
      Key key = new Key(cells[0], cells[1], cells[2], cells[3]);
      if (key.metric.equals(NOTE)) {
        results.notes.put(key, cells[4]);
      } else {
        List<Double> turns = new ArrayList<>();
        for (int i = 4; i < cells.length; i++) {
          turns.add(Double.valueOf(cells[i]));
        }
        results.values.put(key, turns);
      }
    }
    return results;
  }
}
