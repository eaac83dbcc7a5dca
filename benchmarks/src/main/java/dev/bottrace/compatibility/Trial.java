package dev.bottrace.compatibility;

import dev.bottrace.benchmarks.ChildProcess;
import dev.bottrace.benchmarks.Jdk;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs one program with one JDK. Each run has the same working directory, made anew.
 *
 * @param jdk that runs it
 * @param installed what runs
 * @param directory for the working directory and for what a run says
 */
record Trial(Jdk jdk, Installation installed, Path directory) {
  private static final String MEMORY = "-Xmx1g";
  private static final int PATIENCE_SECONDS = 180;

  /** Runs it as it is. */
  Outcome plain() throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(ChildProcess.java(jdk.home()), MEMORY));
    command.addAll(installed.words("jvm", work()));
    command.addAll(installed.start());
    command.addAll(installed.words("arguments", work()));
    return run(command);
  }

  /** Runs it with some options of {@code bottrace run}. */
  Outcome traced(Path trace, List<String> options) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(ChildProcess.launcher(), "run", "-J" + MEMORY));
    for (String option : installed.words("jvm", work())) {
      command.add(option.startsWith("-D") ? option : "-J" + option);
    }
    command.addAll(List.of("--calls", "--out", trace.toString()));
    installed.program().words("include").forEach(prefix -> addInclude(command, prefix));
    command.addAll(options);
    command.addAll(installed.start());
    command.add("--");
    command.addAll(installed.words("arguments", work()));
    return run(command);
  }

  private static void addInclude(List<String> command, String prefix) {
    command.add("--include");
    command.add(prefix);
  }

  private Path work() {
    return directory.resolve("work");
  }

  private Outcome run(List<String> command) throws IOException, InterruptedException {
    if (Files.exists(work())) {
      ChildProcess.delete(work());
    }
    installed.fill(Files.createDirectories(work()));
    Path stdout = directory.resolve("stdout");
    Path stderr = directory.resolve("stderr");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(work().toFile())
            .redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
            .redirectOutput(stdout.toFile())
            .redirectError(stderr.toFile());
    builder.environment().put("BOTTRACE_JAVA", ChildProcess.java(jdk.home()));
    long cpu = ChildProcess.cpuOfChildren();
    long start = System.nanoTime();
    Process process = builder.start();
    boolean hasEnded = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
    String exitCode =
        hasEnded
            ? Integer.toString(process.exitValue())
            : "none within " + PATIENCE_SECONDS + " s, " + process.destroyForcibly().waitFor();
    long nanos = System.nanoTime() - start;
    return Outcome.of(exitCode, stdout, stderr, work(), nanos, ChildProcess.cpuOfChildren() - cpu);
  }
}
