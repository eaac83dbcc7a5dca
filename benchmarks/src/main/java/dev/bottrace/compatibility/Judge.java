package dev.bottrace.compatibility;

import dev.bottrace.benchmarks.ChildProcess;
import dev.bottrace.benchmarks.Jdk;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Runs a program plainly and traced, and says whether it did the same. */
final class Judge {
  private static final int PLAIN_RUNS = 2;
  private static final int MOST_PLAIN_RUNS = 5;

  private final Trial trial;
  private final Path outcomes;
  private final List<Outcome> plain = new ArrayList<>();
  private final List<String> differences = new ArrayList<>();
  private final List<String> remarks = new ArrayList<>();
  private long lastEvents;

  /** Makes one, with a directory for all files, and one that keeps what came out. */
  Judge(Jdk jdk, Installation installed, Path directory, Path outcomes) {
    this.trial = new Trial(jdk, installed, directory);
    this.outcomes = outcomes;
  }

  /** Does all of it. */
  Verdict judge() throws IOException, InterruptedException {
    while (plain.size() < PLAIN_RUNS) {
      plain.add(trial.plain());
    }
    Program program = trial.installed().program();
    Outcome traced = traced("", List.of());
    long events = lastEvents;
    if (!program.words("also").isEmpty()) {
      Path snapshots = trial.directory().resolve("snapshots.json");
      List<String> options = new ArrayList<>(program.words("also"));
      options.addAll(List.of("--json-out", snapshots.toString()));
      traced(String.join(" ", program.words("also")), options);
      long size = Files.size(snapshots);
      remarks.add("also with " + String.join(" ", program.words("also")) + ": " + size + " bytes");
    }
    remarks.addAll(new Comparison(plain).looseParts());
    long nanos = plain.stream().mapToLong(Outcome::nanos).min().orElseThrow();
    long cpuNanos = plain.stream().mapToLong(Outcome::cpuNanos).min().orElseThrow();
    return new Verdict(
        program.name(),
        trial.jdk().feature(),
        nanos / 1e9,
        (double) traced.nanos() / nanos,
        (double) traced.cpuNanos() / cpuNanos,
        events,
        List.copyOf(differences),
        List.copyOf(remarks));
  }

  private Outcome traced(String what, List<String> options)
      throws IOException, InterruptedException {
    Path trace = trial.directory().resolve("trace");
    Outcome traced = trial.traced(trace, options);
    List<String> found = new Comparison(plain).differences(traced);
    while (!found.isEmpty() && plain.size() < MOST_PLAIN_RUNS) {
      plain.add(trial.plain());
      found = new Comparison(plain).differences(traced);
    }
    keep("plain", plain.get(0));
    keep("traced", traced);
    found.forEach(difference -> differences.add((what + " " + difference).strip()));
    remarks.addAll(traced.notices());
    if (Files.exists(trace)) {
      Balance balance = Balance.of(trace);
      lastEvents = balance.events();
      balance.faults().forEach(fault -> differences.add("trace: " + fault));
      Files.delete(trace);
    } else {
      differences.add("no trace");
    }
    return traced;
  }

  private void keep(String name, Outcome outcome) throws IOException {
    Path kept = outcomes.resolve(name);
    if (Files.exists(kept)) {
      ChildProcess.delete(kept);
    }
    for (Map.Entry<String, String> part : outcome.parts().entrySet()) {
      Path file = kept.resolve(part.getKey().replace("!/", "-/"));
      if (!part.getKey().endsWith("/")) {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.write(file, part.getValue().getBytes(StandardCharsets.ISO_8859_1));
      }
    }
  }

  /** Returns the order of a table. */
  static Comparator<Verdict> order() {
    return Comparator.comparing(Verdict::program).thenComparing(Verdict::jdk);
  }
}
