package dev.bottrace.benchmarks;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The memory that files and heaps are made of. In a virtual machine, memory that nobody has used
 * for some seconds may have gone back to the host; who asks for it then waits several times as long
 * for it as the whole of an event takes.
 */
final class Memory {
  private static final int BLOCK = 1 << 20;
  private static final long MOST = 4L << 30;

  private Memory() {}

  /** Has so much memory used and free again, so that all who come next find the same. */
  static void touch(Path file, long bytes) throws IOException {
    byte[] block = new byte[BLOCK];
    try (OutputStream out = Files.newOutputStream(file)) {
      for (long left = Math.min(bytes, MOST); left > 0; left -= BLOCK) {
        out.write(block);
      }
    }
    Files.delete(file);
  }
}
