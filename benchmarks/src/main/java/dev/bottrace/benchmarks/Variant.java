package dev.bottrace.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The floors, and what bottrace does. */
enum Variant implements Way {
  PLAIN("F-plain", null, Variant.FREE, 0),
  COUNT_FLOOR("F-count", null, Variant.MANY, 1),
  COUNTS("--call-counts", COUNT_FLOOR, Variant.MANY, 1, "--call-counts", "--top", "0"),
  TEXT_FLOOR("F-text", null, Variant.SOME, 2),
  TEXT("--calls --out FILE", TEXT_FLOOR, Variant.SOME, 2, "--calls"),
  /** The same where there is no second core: nobody writes the file meanwhile. */
  TEXT_FLOOR_ALONE("F-text, one CPU", null, Variant.SOME, 2),
  TEXT_ALONE("--calls --out FILE, one CPU", TEXT_FLOOR_ALONE, Variant.SOME, 2, "--calls"),
  BINARY_FLOOR("F-bin", null, Variant.MORE, 2),
  COMPACT(
      "--calls --format compact --out FILE",
      BINARY_FLOOR,
      Variant.MORE,
      2,
      "--calls",
      "--format",
      "compact"),
  /**
   * In a heap that has been in use: the kernel has given its pages before, as those of the file.
   */
  MEMORY("execute(), in memory", BINARY_FLOOR, Variant.MORE, 2),
  /** The same where the heap grows with what is held, as it does in a JVM that has just started. */
  MEMORY_GROWING("execute(), in memory, heap grows", BINARY_FLOOR, Variant.MORE, 2),
  LIMIT("after --max-events 1000", PLAIN, Variant.FREE, 0, "--calls", "--max-events", "1000"),
  /** Of classes that the host has loaded, which are put back afterwards. */
  STOPPED("after a recording", PLAIN, Variant.FREE, 0),
  DEPTH("--calls --max-depth 3", COUNT_FLOOR, Variant.MANY, 0, "--calls", "--max-depth", "3"),
  EXCLUDED(
      "--calls, all excluded", PLAIN, Variant.FREE, 0, "--calls", "--exclude", Variant.PACKAGE),
  ELSEWHERE("--breakpoint elsewhere", PLAIN, Variant.FREE, 0, "--breakpoint", "Workload.calls"),
  /** How far apart two runs of the same are. */
  AGAIN("F-plain, once more", PLAIN, Variant.FREE, 0);

  /** What is traced. */
  static final String PACKAGE = "dev.bottrace.benchmarks.workload";

  private static final long MAX_EVENTS = 1000;

  /** A round that is not over in a few milliseconds, though little is done for a call. */
  private static final int FREE = 40_000_000;

  private static final int MANY = 6_000_000;
  private static final int MORE = 2_000_000;

  /**
   * Of what takes the file's memory most: all measured rounds together have to stay within what is
   * hot, or the system gives new memory in the middle, which takes several times as long as an
   * event.
   */
  private static final int SOME = 150_000;

  private static final List<String> USED_HEAP = List.of("-Xms3g", "-XX:+AlwaysPreTouch");
  private static final Path AGENT = Path.of("bottrace-cli", "target", "bottrace.jar");
  private static final Path PINNING = Path.of("/usr/bin/taskset");

  private final String title;
  private final @Nullable Variant floor;
  private final int callsPerRound;
  private final int eventsPerCall;

  @SuppressWarnings("ImmutableEnumChecker") // nobody changes it
  private final List<String> options;

  Variant(
      String title,
      @Nullable Variant floor,
      int callsPerRound,
      int eventsPerCall,
      String... options) {
    this.title = title;
    this.floor = floor;
    this.callsPerRound = callsPerRound;
    this.eventsPerCall = eventsPerCall;
    this.options = List.copyOf(Arrays.asList(options));
  }

  /** Returns what is worth measuring on a workload. */
  static Set<Variant> on(Workload workload) {
    Set<Variant> variants =
        switch (workload) {
          case W1 -> EnumSet.complementOf(EnumSet.range(DEPTH, AGAIN));
          case W2 -> EnumSet.range(PLAIN, MEMORY);
          case W3 -> EnumSet.allOf(Variant.class);
          case W4, W4_ALONE -> EnumSet.range(PLAIN, COMPACT);
        };
    if (workload.threads() > 0 || !Files.isExecutable(PINNING)) {
      variants.removeAll(EnumSet.of(TEXT_FLOOR_ALONE, TEXT_ALONE));
    }
    return variants;
  }

  /** Returns what has to cost nothing, and what it is compared with. */
  static Set<Variant> free() {
    return EnumSet.of(PLAIN, LIMIT, STOPPED, EXCLUDED, ELSEWHERE, AGAIN);
  }

  @Override
  public String title() {
    return title;
  }

  /** Returns what this is to be compared with; null for floors. */
  @Nullable Variant floor() {
    return floor;
  }

  @Override
  public int callsPerRound() {
    return callsPerRound;
  }

  @Override
  public int warmUp(Workload workload) {
    return Math.max(40, Way.warmUp(workload, callsPerRound));
  }

  @Override
  public int rounds() {
    return callsPerRound == SOME ? 20 : 10;
  }

  @Override
  public boolean canBeCut() {
    return callsPerRound == SOME;
  }

  @Override
  public int bytesPerEvent() {
    if (eventsPerCall < 2) {
      return 0;
    }
    return callsPerRound == SOME ? 60 : 4;
  }

  @Override
  public List<String> command(Jdk jdk, Path file, List<String> workload, long events) {
    List<String> command = new ArrayList<>();
    if (this == TEXT_FLOOR_ALONE || this == TEXT_ALONE) {
      command.addAll(List.of(PINNING.toString(), "-c", "0"));
    }
    if (options.isEmpty()) {
      command.add(ChildProcess.java(jdk.home()));
      if (this == STOPPED) {
        command.add("-javaagent:" + ChildProcess.project(AGENT));
      }
      if (this == MEMORY) {
        command.addAll(USED_HEAP);
      }
      command.addAll(List.of("-cp", classPath()));
      command.addAll(main(file, events));
    } else {
      command.addAll(List.of(ChildProcess.launcher(), "run", "-cp", classPath()));
      command.addAll(
          this == ELSEWHERE
              ? List.of("--json-out", file.toString())
              : List.of("--include", PACKAGE, "--out", file.toString()));
      command.addAll(options);
      command.add(WorkloadMain.class.getName());
    }
    command.addAll(workload);
    return command;
  }

  private List<String> main(Path file, long events) {
    String floorMain = "dev.bottrace.benchmarks.floor.FloorMain";
    return switch (this) {
      case COUNT_FLOOR -> List.of(floorMain, "count", file.toString());
      case TEXT_FLOOR, TEXT_FLOOR_ALONE -> List.of(floorMain, "text", file.toString());
      case BINARY_FLOOR -> List.of(floorMain, "bin", file.toString());
      case MEMORY, MEMORY_GROWING -> List.of(MemoryMain.class.getName(), Long.toString(events));
      case STOPPED -> List.of(StoppedMain.class.getName());
      default -> List.of(WorkloadMain.class.getName());
    };
  }

  static String classPath() {
    return System.getProperty("java.class.path");
  }

  @Override
  public long expected(long calls) {
    return switch (this) {
      case PLAIN, AGAIN, TEXT_FLOOR, TEXT_FLOOR_ALONE, BINARY_FLOOR, DEPTH, STOPPED -> UNKNOWN;
      case LIMIT -> MAX_EVENTS;
      default -> calls * eventsPerCall;
    };
  }

  @Override
  public boolean dependsOnCalls() {
    return eventsPerCall > 0;
  }

  @Override
  public long events(Jdk jdk, ChildProcess.Result result, Path file)
      throws IOException, InterruptedException {
    return switch (this) {
      case COUNT_FLOOR -> result.number("calls");
      case COUNTS -> Events.sumOfCounts(file);
      case COMPACT -> Events.printed(jdk, file);
      case MEMORY, MEMORY_GROWING -> result.number("events");
      case TEXT, TEXT_ALONE, LIMIT, EXCLUDED -> Events.lines(result, file);
      case ELSEWHERE -> 0;
      default -> UNKNOWN;
    };
  }
}
