package dev.bottrace.compact;

import dev.bottrace.internal.compact.ChunkSink;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Writes chunks to a stream, each by one call, so that what a killed process leaves is whole but
 * for the last one.
 */
final class ChunkWriter implements ChunkSink {
  private final OutputStream out;
  private boolean begun;
  private @Nullable IOException failure;

  ChunkWriter(OutputStream out) {
    this.out = out;
    // Loads the classes that are needed: later there may be no stack left for that.
    byte[] dry = new byte[HEADROOM];
    FileHeader.store(dry, 0);
    ChunkHeader.store(dry, HEADROOM, HEADROOM);
  }

  @Override
  public void chunk(byte[] bytes, int from, int to) throws IOException {
    refuseAfterFailure();
    if (to - from > ChunkHeader.MOST) {
      throw new IOException("a snapshot of more than 256 MB has no place in a trace");
    }
    ChunkHeader.store(bytes, from, to);
    int begin = from - ChunkHeader.SIZE;
    if (!begun) {
      begin -= FileHeader.SIZE;
      FileHeader.store(bytes, begin);
    }
    try {
      out.write(bytes, begin, to - begin);
    } catch (IOException e) {
      failure = e;
      throw e;
    } catch (Error e) {
      if (!(e instanceof VirtualMachineError)) { // Thread.stop: who knows what was written?
        failure = new IOException("a thread was stopped that was just writing it");
      }
      throw e;
    }
    begun = true;
  }

  /** A part of a chunk may be written: nothing that follows could be found. */
  private void refuseAfterFailure() throws IOException {
    if (failure != null) {
      throw failure;
    }
  }

  void flush() throws IOException {
    refuseAfterFailure();
    out.flush();
  }
}
