package dev.bottrace.cli;

import dev.bottrace.option.Program;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
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

  private static final byte[] JAR = {'P', 'K', 3, 4};
  private static final byte[] CLASS = {(byte) 0xca, (byte) 0xfe, (byte) 0xba, (byte) 0xbe};

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

  /**
   * Refuses to write over what a program may be made of, anywhere on a class path.
   *
   * @throws IOException if one of the files is a jar or a class file
   */
  void checkIsNoCode() throws IOException {
    checkIsNoCode(out);
    checkIsNoCode(jsonOut == null ? null : path("--json-out", jsonOut));
  }

  private static void checkIsNoCode(@Nullable Path file) throws IOException {
    if (file == null || !Files.isRegularFile(file) || !Files.isReadable(file)) {
      return;
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] start = in.readNBytes(JAR.length);
      if (Arrays.equals(start, JAR) || Arrays.equals(start, CLASS)) {
        throw new IOException(file + ": it is a jar or a class file");
      }
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
