package dev.bottrace.benchmarks.workload;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Puts results into groups. */
final class Report {
  private final Map<Result.Kind, Statistics> groups = new EnumMap<>(Result.Kind.class);

  static Report of(List<Result> sorted) {
    Report report = new Report();
    sorted.forEach(report::add);
    return report;
  }

  private void add(Result result) {
    group(result.kind()).add(result.value());
  }

  private Statistics group(Result.Kind kind) {
    return groups.computeIfAbsent(kind, key -> new Statistics());
  }

  void addTo(Checksum checksum) {
    groups.values().forEach(group -> group.addTo(checksum));
  }
}
