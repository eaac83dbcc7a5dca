package dev.bottrace.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A way to run a workload. */
enum Variant {
  PLAIN("F-plain", null, 6_000_000),
  COUNT_FLOOR("F-count", null, 6_000_000),
  COUNTS("--call-counts", COUNT_FLOOR, 6_000_000),
  TEXT_FLOOR("F-text", null, 600_000),
  TEXT("--calls --out FILE", TEXT_FLOOR, 600_000),
  BINARY_FLOOR("F-bin", null, 600_000),
  MEMORY("execute(), in memory", BINARY_FLOOR, 600_000);

  private static final String INCLUDE = "dev.bottrace.benchmarks.workload";

  private final String title;
  private final @Nullable Variant floor;
  private final int callsPerRound;

  Variant(String title, @Nullable Variant floor, int callsPerRound) {
    this.title = title;
    this.floor = floor;
    this.callsPerRound = callsPerRound;
  }

  String title() {
    return title;
  }

  /** Returns what this is to be compared with; null for floors. */
  @Nullable Variant floor() {
    return floor;
  }

  /** Returns about how many calls make a round that is long enough to be timed. */
  int callsPerRound() {
    return callsPerRound;
  }

  /** Returns the command that runs it. */
  List<String> command(Path javaHome, Path file, List<String> workload, long events) {
    List<String> command = new ArrayList<>();
    if (this == COUNTS || this == TEXT) {
      command.addAll(List.of(ChildProcess.launcher(), "run", "-cp", classPath()));
      command.addAll(List.of("--include", INCLUDE, "--out", file.toString()));
      command.addAll(this == TEXT ? List.of("--calls") : List.of("--call-counts", "--top", "0"));
      command.add(WorkloadMain.class.getName());
    } else {
      command.addAll(List.of(ChildProcess.java(javaHome), "-cp", classPath()));
      command.addAll(main(file, events));
    }
    command.addAll(workload);
    return command;
  }

  private List<String> main(Path file, long events) {
    String floor = "dev.bottrace.benchmarks.floor.FloorMain";
    return switch (this) {
      case COUNT_FLOOR -> List.of(floor, "count", file.toString());
      case TEXT_FLOOR -> List.of(floor, "text", file.toString());
      case BINARY_FLOOR -> List.of(floor, "bin", file.toString());
      case MEMORY -> List.of(MemoryMain.class.getName(), Long.toString(events));
      default -> List.of(WorkloadMain.class.getName());
    };
  }

  private static String classPath() {
    return System.getProperty("java.class.path");
  }
}
