package dev.bottrace.cli;

import dev.bottrace.option.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where what a run brings goes, and in which form.
 *
 * @param format form of the trace
 * @param out file for the trace, as it was given; null is standard output
 * @param jsonOut file for snapshots, as it was given; null is the trace
 * @param printResult whether a last line says where the snapshots are
 * @param verbose whether each snapshot is told of
 */
record RunOutput(
    TraceFormat format,
    @Nullable Path out,
    @Nullable String jsonOut,
    boolean printResult,
    boolean verbose) {

  static final RunOutput DEFAULT = new RunOutput(TraceFormat.TEXT, null, null, false, false);

  RunOutput {
    if (format == TraceFormat.COMPACT && out == null) {
      throw new IllegalArgumentException(
          "--format compact is not for standard output; name a file for it, as in --out trace.bt");
    }
    if (jsonOut != null && isOneFile(path("--json-out", jsonOut), out)) {
      throw new IllegalArgumentException("--out and --json-out name the same file: " + jsonOut);
    }
  }

  private static boolean isOneFile(Path one, @Nullable Path other) {
    return other != null
        && !one.startsWith("/dev")
        && one.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize());
  }

  /**
   * Refuses to write over the program.
   *
   * @throws IOException if one of the files is the program's
   */
  void checkIsNot(Program program) throws IOException {
    Path path =
        program instanceof Program.Jar jar
            ? jar.path()
            : program instanceof Program.Source source ? source.path() : null;
    if (path != null) {
      checkIsNot(path, out);
      checkIsNot(path, jsonOut == null ? null : path("--json-out", jsonOut));
    }
  }

  private static void checkIsNot(Path program, @Nullable Path file) throws IOException {
    if (file != null
        && Files.exists(program)
        && Files.exists(file)
        && Files.isSameFile(program, file)) {
      throw new IOException(file + ": it is the program itself");
    }
  }

  /** Returns the path that an option was given. */
  static Path path(String option, String text) {
    try {
      if (!text.isEmpty()) {
        return Path.of(text);
      }
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException(option + " needs a file, not '" + text + "'", e);
    }
    throw new IllegalArgumentException(option + " needs a file, not ''");
  }
}
