package dev.bottrace.benchmarks;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Path;

/** A file that begins anew when it has grown large, for benchmarks that write without end. */
final class RewindingFile extends OutputStream {
  private static final int LARGE = 256 << 20;

  private final RandomAccessFile file;
  private long size;

  RewindingFile(Path path) throws IOException {
    this.file = new RandomAccessFile(path.toFile(), "rw");
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    if (size > LARGE) {
      file.seek(0);
      size = 0;
    }
    file.write(bytes, offset, length);
    size += length;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
