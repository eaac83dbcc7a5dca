package dev.bottrace.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A table with a main of its own, that says on standard error what it has measured for a target:
 * {@code target NUMBER}.
 */
enum OtherTable {
  CONDITION(
      "ConditionTable", "a breakpoint line that no condition lets fire", "a hot loop", 15, "ns"),
  TRANSFORM("TransformTable", "transform", "large classes of real jars", 1.5, "x ASM unchanged");

  private static final String METRIC = "target";

  private final String main;
  private final String what;
  private final String on;
  private final double limit;
  private final String unit;

  OtherTable(String main, String what, String on, double limit, String unit) {
    this.main = main;
    this.what = what;
    this.on = on;
    this.limit = limit;
    this.unit = unit;
  }

  /** Runs it, if this build has it. */
  void measure(Jdk jdk, int turns, Results results) throws IOException, InterruptedException {
    String name = getClass().getPackageName() + '.' + main;
    if (ClassLoader.getSystemResource(name.replace('.', '/') + ".class") == null) {
      return;
    }
    List<String> command =
        List.of(
            ChildProcess.java(jdk.home()),
            "-cp",
            Variant.classPath(),
            name,
            Integer.toString(turns));
    try {
      for (String line : ChildProcess.run(jdk.home(), Path.of("/dev/null"), command).errors()) {
        if (line.startsWith(METRIC + " ")) {
          double value = Double.parseDouble(line.substring(METRIC.length() + 1));
          results.add(jdk, main, main, METRIC, value);
        }
      }
    } catch (ChildProcess.FailedException e) {
      results.fail(jdk, main, main, e.reason());
    }
  }

  Target target(Results results, String jdk) {
    return new Target(what, on, limit + " " + unit)
        .atMost(limit, unit, results.median(jdk, main, main, METRIC));
  }
}
