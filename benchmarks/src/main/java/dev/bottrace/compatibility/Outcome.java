package dev.bottrace.compatibility;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * What a run of a program has left.
 *
 * @param parts exit code, standard output and error, and all files, each entry of an archive as one
 *     of its own; bytes as characters
 * @param notices lines of bottrace on standard error
 * @param nanos from start to end
 * @param cpuNanos what all its threads took of the CPU
 */
record Outcome(SortedMap<String, String> parts, List<String> notices, long nanos, long cpuNanos) {
  static final String EXIT_CODE = "exit code";
  static final String STDOUT = "stdout";
  static final String STDERR = "stderr";
  private static final String NOTICE = "bottrace: ";

  /** Reads what is there after a run. */
  static Outcome of(String exitCode, Path stdout, Path stderr, Path work, long nanos, long cpuNanos)
      throws IOException {
    SortedMap<String, String> parts = new TreeMap<>();
    parts.put(EXIT_CODE, exitCode);
    parts.put(STDOUT, characters(Files.readAllBytes(stdout)));
    List<String> errors =
        Arrays.asList(characters(Files.readAllBytes(stderr)).split("(?<=\n)", -1));
    List<String> notices = errors.stream().filter(line -> line.startsWith(NOTICE)).toList();
    parts.put(
        STDERR,
        errors.stream().filter(line -> !line.startsWith(NOTICE)).collect(Collectors.joining()));
    for (Path file : Installation.files(work)) {
      add(parts, work.relativize(file).toString(), Files.readAllBytes(file));
    }
    return new Outcome(parts, notices.stream().map(String::strip).toList(), nanos, cpuNanos);
  }

  private static void add(Map<String, String> parts, String name, byte[] bytes) throws IOException {
    boolean isArchive = bytes.length > 4 && bytes[0] == 'P' && bytes[1] == 'K' && bytes[2] < 7;
    if (!isArchive) {
      parts.put(name, characters(bytes));
      return;
    }
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        parts.put(name + "!/" + entry.getName(), characters(in.readAllBytes()));
      }
    }
  }

  private static String characters(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
