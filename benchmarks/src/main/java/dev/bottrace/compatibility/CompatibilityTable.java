package dev.bottrace.compatibility;

import dev.bottrace.benchmarks.ChildProcess;
import dev.bottrace.benchmarks.Jdk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Runs programs from Maven Central plainly and under {@code bottrace run --calls --out FILE},
 * compares what they do, and writes the table in {@code docs/compatibility.md}. What was found out
 * before about programs and JDKs that are not among those asked for stays in the table, until
 * {@code benchmarks/target/compatibility} is deleted.
 *
 * <p>Arguments: {@code --only=WORD,...} for the programs of these names, then homes of JDKs,
 * without which it is the one that runs this.
 */
public final class CompatibilityTable {
  private static final String ONLY = "--only=";
  private static final Path TARGET = Path.of("benchmarks", "target");

  private final Path target;
  private final Path found;
  private final Map<String, Verdict> verdicts = new TreeMap<>();

  private CompatibilityTable(Path target) throws IOException {
    this.target = target;
    this.found = target.resolve("found.tsv");
    if (Files.exists(found)) {
      Files.readAllLines(found).forEach(line -> add(Verdict.parse(line)));
    }
  }

  /**
   * Makes the table.
   *
   * @param arguments as above
   * @throws IOException if a file can't be read or written
   * @throws InterruptedException if this thread is interrupted
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    boolean isSome = arguments.length > 0 && arguments[0].startsWith(ONLY);
    List<String> names =
        isSome ? List.of(arguments[0].substring(ONLY.length()).split(",", -1)) : List.of();
    List<Jdk> jdks = Jdk.of(isSome ? arguments : behindNothing(arguments));
    List<Program> programs = programs(names);
    Path target = Files.createDirectories(ChildProcess.project(TARGET).resolve("compatibility"));
    new CompatibilityTable(target).fill(programs, jdks);
  }

  private static List<Program> programs(List<String> names) throws IOException {
    List<Program> all = Program.all();
    List<String> known = all.stream().map(Program::name).toList();
    if (!known.containsAll(names)) {
      throw new IllegalArgumentException("not all of " + names + " are among " + known);
    }
    return names.isEmpty()
        ? all
        : all.stream().filter(program -> names.contains(program.name())).toList();
  }

  private static String[] behindNothing(String... arguments) {
    List<String> all = new ArrayList<>(List.of(""));
    all.addAll(List.of(arguments));
    return all.toArray(new String[0]);
  }

  private void fill(List<Program> programs, List<Jdk> jdks)
      throws IOException, InterruptedException {
    Artifacts artifacts = new Artifacts(Files.createDirectories(target.resolve("artifacts")));
    artifacts.resolve(programs);
    Path directory = ChildProcess.directory();
    try {
      for (Jdk jdk : jdks) {
        warmUp(jdk);
        for (Program program : programs) {
          judge(jdk, program, artifacts, directory);
        }
      }
    } finally {
      ChildProcess.delete(directory);
    }
  }

  /** Lets the first run of bottrace with a JDK do what it does once. */
  private static void warmUp(Jdk jdk) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(ChildProcess.launcher(), "run", "Missing");
    builder.environment().put("BOTTRACE_JAVA", ChildProcess.java(jdk.home()));
    builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.start().waitFor();
  }

  private void judge(Jdk jdk, Program program, Artifacts artifacts, Path directory)
      throws IOException, InterruptedException {
    Installation installed = Installation.of(program, artifacts, target.resolve("installed"));
    Path kept = target.resolve("outcomes").resolve(program.name() + "-" + jdk.feature());
    if (Files.exists(kept)) {
      ChildProcess.delete(kept);
    }
    Verdict verdict = new Judge(jdk, installed, directory, kept).judge();
    add(verdict);
    System.out.println(verdict.line());
    Collection<Verdict> all = verdicts.values();
    Files.write(found, all.stream().map(Verdict::line).toList());
    CompatibilityPage.write(all);
  }

  private void add(Verdict verdict) {
    verdicts.put(verdict.program() + " " + verdict.jdk(), verdict);
  }
}
