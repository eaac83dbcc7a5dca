package dev.bottrace.json;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** A file on a disk with little room. */
final class LimitedFile extends OutputStream implements OutputFile {
  final ByteArrayOutputStream content = new ByteArrayOutputStream();
  IOException failure = new IOException("full");
  int room;
  boolean discarded;

  LimitedFile(int room) {
    this.room = room;
  }

  @Override
  public OutputStream stream() {
    return this;
  }

  @Override
  public boolean isEmpty() {
    return content.size() == 0;
  }

  @Override
  public void write(int b) {
    throw new AssertionError("one byte at a time");
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    if (content.size() + length > room) {
      failure = new IOException("full");
      throw failure;
    }
    content.write(bytes, offset, length);
  }

  @Override
  public void complete() {}

  @Override
  public void discard() {
    discarded = true;
  }
}
