package dev.bottrace.examples;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * Runs commands at the top of the checkout, with {@code bottrace} on the path and the JDK that runs
 * the tests.
 */
final class Shell {
  static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  private Shell() {}

  /** What a command left behind; commentary comes after data. */
  record Output(int exitCode, String stdout, String stderr) {
    String all() {
      return stdout + stderr;
    }
  }

  static Output run(String command) throws IOException, InterruptedException {
    Path stderr = Files.createTempFile("bottrace", ".err");
    ProcessBuilder builder = new ProcessBuilder("sh", "-c", command).directory(ROOT.toFile());
    Path java = Path.of(System.getProperty("java.home"), "bin");
    builder.environment().put("BOTTRACE_JAVA", java.resolve("java").toString());
    String bin = ROOT.resolve("bottrace-cli/bin").toString();
    builder.environment().merge("PATH", bin + ":" + java, (path, first) -> first + ":" + path);
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    builder.redirectError(stderr.toFile());
    Process process = builder.start();
    process.getOutputStream().close();
    String stdout = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!process.waitFor(2, TimeUnit.MINUTES)) {
      throw new IOException("still running: " + command);
    }
    try {
      return new Output(process.exitValue(), stdout, Files.readString(stderr));
    } finally {
      Files.delete(stderr);
    }
  }
}
