package dev.bottrace.internal.line;

import java.io.IOException;
import java.io.OutputStream;

/** A stream that takes a full buffer and gives an empty one for it, so that nothing is copied. */
public abstract class BlockStream extends OutputStream {
  /** For subclasses. */
  protected BlockStream() {}

  /**
   * Takes what an array holds, and the array with it. What one call hands over is written by one
   * call too.
   *
   * @param full begins with the bytes to write; the stream's from now on
   * @param length how many these are
   * @return an array at least as long, the caller's from now on, with any content
   * @throws IOException if it could not be taken; the array is still the caller's then
   */
  public abstract byte[] exchange(byte[] full, int length) throws IOException;
}
