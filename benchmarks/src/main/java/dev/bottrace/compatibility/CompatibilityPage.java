package dev.bottrace.compatibility;

import dev.bottrace.benchmarks.ChildProcess;
import dev.bottrace.benchmarks.MarkedPage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The table of {@code docs/compatibility.md}. */
final class CompatibilityPage {
  private static final Path PAGE = Path.of("docs", "compatibility.md");

  private CompatibilityPage() {}

  /** Writes all rows, one for each program. */
  static void write(Collection<Verdict> verdicts) throws IOException {
    TreeSet<Integer> jdks =
        verdicts.stream().map(Verdict::jdk).collect(Collectors.toCollection(TreeSet::new));
    List<String> lines = new ArrayList<>();
    StringBuilder head = new StringBuilder("| kind | program | what it does |");
    StringBuilder rule = new StringBuilder("|---|---|---|");
    for (int jdk : jdks) {
      head.append(" JDK ").append(jdk).append(" |");
      rule.append("---|");
    }
    lines.add(head.append(" remarks |").toString());
    lines.add(rule.append("---|").toString());
    for (Program program : sorted()) {
      List<Verdict> its =
          verdicts.stream().filter(one -> one.program().equals(program.name())).toList();
      if (!its.isEmpty()) {
        lines.add(row(program, its, jdks));
      }
    }
    lines.add("");
    MarkedPage.replace(ChildProcess.project(PAGE), "CompatibilityTable", lines);
  }

  private static List<Program> sorted() throws IOException {
    return Program.all().stream()
        .sorted(
            Comparator.comparing((Program program) -> program.text("kind"))
                .thenComparing(Program::name))
        .toList();
  }

  private static String row(Program program, List<Verdict> verdicts, Set<Integer> jdks) {
    List<String> cells = new ArrayList<>();
    cells.add(program.text("kind"));
    cells.add(program.text("title") + " " + program.version());
    cells.add(program.text("does"));
    for (int jdk : jdks) {
      cells.add(
          verdicts.stream()
              .filter(one -> one.jdk() == jdk)
              .map(Verdict::cell)
              .findFirst()
              .orElse(""));
    }
    Set<String> remarks = new LinkedHashSet<>();
    for (Verdict verdict : verdicts) {
      verdict.differences().forEach(one -> remarks.add("JDK " + verdict.jdk() + ": " + one));
      remarks.addAll(verdict.remarks());
    }
    cells.add(String.join("; ", remarks).replace("|", "\\|"));
    return "| " + String.join(" | ", cells) + " |";
  }
}
