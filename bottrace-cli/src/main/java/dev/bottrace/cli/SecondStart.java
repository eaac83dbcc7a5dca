package dev.bottrace.cli;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Starts this process once more, with one class excluded: the same JVM with the same options, and
 * the same streams.
 */
final class SecondStart {
  private static final String COMMAND_LINE = "/proc/self/cmdline";

  private SecondStart() {}

  /** Returns the command line with one class excluded; empty if this one is not known. */
  static List<String> command(String className) {
    List<String> command = new ArrayList<>(commandLine());
    for (int i = 0; i + 1 < command.size(); i++) {
      if (command.get(i).equals(Main.class.getName()) && command.get(i + 1).equals("run")) {
        command.addAll(i + 2, List.of("--exclude", className));
        return command;
      }
    }
    return List.of();
  }

  /** Linux tells it whole, and as it was. */
  private static List<String> commandLine() {
    try (InputStream in = new FileInputStream(COMMAND_LINE)) {
      byte[] bytes = in.readAllBytes();
      Charset charset = Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8"));
      String line = new String(bytes, charset);
      return Arrays.equals(line.getBytes(charset), bytes)
          ? List.of(line.substring(0, Math.max(0, line.length() - 1)).split("\0", -1))
          : List.of();
    } catch (IOException | IllegalArgumentException e) {
      return List.of();
    }
  }

  /** Returns the exit code of the command; it is ended if this process is. */
  static int run(List<String> command) throws IOException {
    Process process = new ProcessBuilder(command).inheritIO().start();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> end(process)));
    return await(process);
  }

  private static void end(Process process) {
    process.destroy();
    await(process);
  }

  private static int await(Process process) {
    while (true) {
      try {
        return process.waitFor();
      } catch (InterruptedException e) {
        // what the program had asked for is over
      }
    }
  }
}
