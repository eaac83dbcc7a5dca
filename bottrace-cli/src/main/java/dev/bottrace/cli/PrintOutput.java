package dev.bottrace.cli;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/** Where a trace is printed; a failure says where that was. */
final class PrintOutput extends OutputStream {
  private final OutputStream out;
  private final String name;

  private PrintOutput(OutputStream out, String name) {
    this.out = out;
    this.name = name;
  }

  static PrintOutput stdout(OutputStream stdout) {
    return new PrintOutput(stdout, "standard output");
  }

  static PrintOutput file(Path file) throws IOException {
    return new PrintOutput(new FileOutputStream(file.toFile()), file.toString());
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    try {
      out.write(bytes, from, length);
    } catch (IOException e) {
      throw new IOException("the trace to " + name + ": " + e.getMessage(), e);
    }
  }

  @Override
  public void flush() throws IOException {
    out.flush();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
