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
  private static final long QUIET_MILLIS = 50;

  private final Path path;
  private long lines;
  private long bytes;

  CutFile(Path path) {
    this.path = path;
  }

  /** Empties the file if it is large. Nobody may be making new lines meanwhile. */
  void cut() {
    try {
      if (Files.size(path) - bytes > LARGE) {
        long size = sizeWhenQuiet();
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

  /** Lets others write what was made before. If one is even slower, lines will be missed. */
  private long sizeWhenQuiet() throws IOException {
    long size;
    do {
      size = Files.size(path);
      try {
        Thread.sleep(QUIET_MILLIS);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    } while (size != Files.size(path));
    return size;
  }

  /** Returns what {@link Events#lines(ChildProcess.Result, Path)} has to know. */
  String report() {
    return "cut-lines " + lines + "\ncut-bytes " + bytes;
  }
}
