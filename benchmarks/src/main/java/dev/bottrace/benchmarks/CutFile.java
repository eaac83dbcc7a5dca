package dev.bottrace.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file of lines that the program writes and this empties now and then, when it has counted what
 * was in it. So a workload can run until the JIT has compiled it, however much it writes: a file
 * that grows beyond the memory that is at hand takes several times as long as an event.
 *
 * <p>Who writes goes on where it was. What was there before is a hole, which takes no memory.
 */
final class CutFile {
  private static final long LARGE = 128 << 20;

  private final Path path;
  private long lines;
  private long bytes;

  CutFile(Path path) {
    this.path = path;
  }

  /**
   * Empties the file if it is large. Nobody may be making new lines meanwhile; of one who writes
   * them for more than {@link Quiet} waits, some would be missed.
   */
  void cut() {
    try {
      if (Files.size(path) - bytes > LARGE) {
        Quiet.await();
        long size = Files.size(path);
        lines += Events.lines(path, bytes);
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.WRITE)) {
          file.truncate(0);
        }
        bytes = size;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns what {@link Events#lines(ChildProcess.Result, Path)} has to know. */
  String report() {
    return "cut-lines " + lines + "\ncut-bytes " + bytes;
  }
}
