package dev.bottrace.benchmarks;

import java.util.ArrayList;
import java.util.List;

/** Compares what was measured with what is to be reached. */
final class Targets {
  /**
   * What "1.03 x" allows where the floor takes no time at all: ns per call that a clock can tell.
   */
  private static final double NOTHING = 0.1;

  /** What is 0 bytes an event, all that is allocated once for the whole trace being in it. */
  private static final double NO_BYTES = 0.1;

  private static final Workload[] CALLS = {Workload.W1, Workload.W2, Workload.W3};

  private final Results results;
  private final String jdk;
  private final List<String> rows = new ArrayList<>();

  private Targets(Results results, String jdk) {
    this.results = results;
    this.jdk = jdk;
  }

  /** Returns the rows of the table. */
  static List<String> rows(Results results, String jdk) {
    Targets targets = new Targets(results, jdk);
    targets.calls();
    targets.threads();
    targets.memory();
    targets.off();
    targets.depth();
    targets.snapshots();
    targets.programs();
    targets.startup();
    targets.others();
    return targets.rows;
  }

  private void add(Target target) {
    rows.add(target.row());
  }

  private void calls() {
    add(toFloor(Variant.COUNTS, 1.3, "thread", "`--call-counts`", "1.3 x F-count"));
    Target text =
        toFloor(
            Variant.TEXT_ALONE,
            1.3,
            "clock",
            "`--calls --out FILE`, text",
            "1.3 x F-text on one CPU; with two, clock 1.0 x F-text");
    for (Workload workload : CALLS) {
      text.atMost(1, workload + " two CPUs", ratio(workload, Variant.TEXT, "clock"))
          .note("CPU", ratio(workload, Variant.TEXT, "cpu"));
    }
    add(text);
    add(
        toFloor(
            Variant.COMPACT, 1.3, "cpu", "`--calls --format compact --out FILE`", "1.3 x F-bin"));
  }

  private Target toFloor(Variant variant, double limit, String metric, String what, String bound) {
    Target target = new Target(what, "W1, W2, W3", bound);
    for (Workload workload : CALLS) {
      target.atMost(limit, workload.toString(), ratio(workload, variant, metric));
    }
    return target;
  }

  private double ratio(Workload workload, Variant variant, String metric) {
    Variant floor = variant.floor();
    return floor == null
        ? Double.NaN
        : results.ratio(jdk, workload, variant.title(), floor.title(), metric);
  }

  private void threads() {
    add(
        toAlone(
            Variant.COUNTS, 1.1, "`--call-counts`, two threads", "1.1 x its own one-thread cost"));
    add(
        toAlone(
            Variant.TEXT,
            2,
            "`--calls --out FILE`, two threads, order across threads kept",
            "2.0 x its own one-thread cost"));
  }

  private Target toAlone(Variant variant, double limit, String what, String bound) {
    return new Target(what, "W4", bound)
        .atMost(limit, "CPU", toAlone(variant, "cpu"))
        .note("clock", toAlone(variant, "clock"));
  }

  private double toAlone(Variant variant, String metric) {
    return Results.ratio(
        results.values(jdk, Workload.W4, variant.title(), metric),
        results.values(jdk, Workload.W4_ALONE, variant.title(), metric));
  }

  private void memory() {
    Target target =
        new Target("in memory (`execute()`)", "W1, W3", "1.0 x F-bin; 8 bytes an event");
    for (Workload workload : List.of(Workload.W1, Workload.W3)) {
      String run = Variant.MEMORY.title();
      target
          .atMost(1, workload.toString(), ratio(workload, Variant.MEMORY, "cpu"))
          .note(workload + " clock", ratio(workload, Variant.MEMORY, "clock"))
          .note(workload + " clock, heap grows", ratio(workload, Variant.MEMORY_GROWING, "clock"))
          .atMost(8, workload + " bytes", results.median(jdk, workload, run, "held"));
    }
    add(target);
  }

  /** What is to cost nothing. */
  private void off() {
    add(
        off("after `--max-events` is reached", Variant.LIMIT, "W1, W3")
            .atMost(NOTHING, "W1 ns more than F-plain", difference(Variant.LIMIT)));
    add(
        off("when a recording has stopped", Variant.STOPPED, "W1, W3")
            .atMost(NOTHING, "W1 ns more than F-plain", difference(Variant.STOPPED)));
    Target excluded = off("everything excluded", Variant.EXCLUDED, "W3, W5");
    Target elsewhere = off("`--breakpoint` in another class", Variant.ELSEWHERE, "W3, W5");
    Target again =
        new Target("plain `java` once more", "W3, W5", "")
            .note("W3", best(Variant.AGAIN))
            .note("median", ratio(Workload.W3, Variant.AGAIN, "thread"));
    for (RealProgram program : RealProgram.values()) {
      excluded.atMost(1.03, program.toString(), best(program, ProgramRuns.EXCLUDED));
      elsewhere.atMost(1.03, program.toString(), best(program, ProgramRuns.ELSEWHERE));
      again.note(program.toString(), best(program, ProgramRuns.AGAIN));
    }
    add(excluded);
    add(elsewhere);
    add(again);
  }

  private Target off(String what, Variant variant, String on) {
    return new Target(what, on, "1.03 x F-plain, best turns")
        .atMost(1.03, "W3", best(variant))
        .note("median", ratio(Workload.W3, variant, "thread"));
  }

  private double best(Variant variant) {
    return results.ratioOfBest(jdk, Workload.W3, variant.title(), Variant.PLAIN.title(), "thread");
  }

  private double best(RealProgram program, String run) {
    return results.ratioOfBest(jdk, program, run, ProgramRuns.PLAIN, "thread");
  }

  private double difference(Variant variant) {
    return results.median(jdk, Workload.W1, variant.title(), "thread")
        - results.median(jdk, Workload.W1, Variant.PLAIN.title(), "thread");
  }

  private double toPlain(RealProgram program, String run, String metric) {
    return results.ratio(jdk, program, run, ProgramRuns.PLAIN, metric);
  }

  private void depth() {
    add(
        new Target("`--max-depth 3`", "W3", "2 x F-count per call below the depth")
            .atMost(2, "W3", ratio(Workload.W3, Variant.DEPTH, "thread"))
            .note("clock", ratio(Workload.W3, Variant.DEPTH, "clock")));
  }

  private void snapshots() {
    add(
        new Target("snapshots, eight locals and the stack", "S1", "at least 75 x a JDI client")
            .atLeast(75, StateTable.SNAPSHOTS, toDebugger(StateTable.SNAPSHOTS))
            .note(StateTable.WITH_LOCALS, toDebugger(StateTable.WITH_LOCALS))
            .note("a second", results.median(jdk, "S1", StateTable.SNAPSHOTS, "rate")));
  }

  private double toDebugger(String run) {
    return results.ratio(jdk, "S1", run, StateTable.DEBUGGER, "rate");
  }

  private void programs() {
    Target target =
        new Target("`--calls --out FILE`", "W5", "whole process 3 x plain; 0 bytes an event");
    for (RealProgram program : RealProgram.values()) {
      target
          .atMost(3, program + " clock", toPlain(program, ProgramRuns.TEXT, "whole-clock"))
          .note("CPU", toPlain(program, ProgramRuns.TEXT, "whole-cpu"))
          .note("compact, clock", toPlain(program, ProgramRuns.COMPACT, "whole-clock"))
          .atMost(
              NO_BYTES,
              program + " bytes",
              results.median(jdk, program, ProgramRuns.TEXT, "allocated"));
    }
    add(target);
  }

  private void startup() {
    add(
        new Target("`bottrace run`, no option / `--calls`", "start-up", "2.0 x / 2.4 x `java -cp`")
            .atMost(2, "no option", toJava(StartupTable.BARE))
            .atMost(2.4, "--calls", toJava(StartupTable.CALLS)));
  }

  private double toJava(String run) {
    return results.ratio(jdk, StartupTable.HELLO, run, StartupTable.PLAIN, "millis");
  }

  /** What other tables of this package measure, if they are there. */
  private void others() {
    for (OtherTable table : OtherTable.values()) {
      add(table.target(results, jdk));
    }
  }
}
