package dev.bottrace.internal.record;

import dev.bottrace.trace.TraceRecording;

/** The encoded events of one recording. */
sealed interface Chunks extends TraceRecording permits AllChunks, LastChunks {
  /** Keeps a chunk; it is not changed any more. */
  void add(byte[] chunk);

  /** Returns what is there now, with all open calls ended. */
  TraceRecording copy();
}
