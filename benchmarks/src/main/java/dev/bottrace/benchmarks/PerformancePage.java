package dev.bottrace.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts what {@link SpeedTable} and {@link OthersTable} have measured last into {@code
 * docs/performance.md} and {@code benchmarks/README.md}, between two marks, and draws {@code
 * docs/performance.svg} from it.
 */
public final class PerformancePage {
  private static final String MAKER = "PerformancePage";

  private PerformancePage() {}

  /**
   * Writes these files.
   *
   * @param arguments none
   * @throws IOException if a file is not there, or can't be written
   */
  public static void main(String[] arguments) throws IOException {
    Path page = ChildProcess.project(Path.of("docs", "performance.md"));
    Path speed = SpeedTable.file(SpeedTable.FILE);
    Path others = SpeedTable.file(OthersTable.FILE);
    List<String> lines = new ArrayList<>();
    List<String> calls = new ArrayList<>();
    if (Files.exists(speed)) {
      Results results = Results.read(speed);
      for (String jdk : results.jdks()) {
        lines.addAll(section("Targets, " + jdk, SpeedTable.rows(results, jdk)));
        calls.addAll(section("ns per call, " + jdk, RatioTable.rows(results, jdk)));
      }
    }
    if (Files.exists(others)) {
      Results results = Results.read(others);
      for (String jdk : results.jdks()) {
        lines.addAll(section("Next to others, " + jdk, OthersTable.rows(results, jdk)));
        String picture = SpeedChart.draw(results, jdk); // that of the newest JDK stays
        Files.writeString(page.resolveSibling("performance.svg"), picture);
      }
    }
    MarkedPage.replace(page, MAKER, lines);
    lines.addAll(calls);
    MarkedPage.replace(ChildProcess.project(Path.of("benchmarks", "README.md")), MAKER, lines);
  }

  private static List<String> section(String title, List<String> table) {
    List<String> lines = new ArrayList<>(List.of("### " + title, ""));
    lines.addAll(table);
    lines.add("");
    return lines;
  }
}
