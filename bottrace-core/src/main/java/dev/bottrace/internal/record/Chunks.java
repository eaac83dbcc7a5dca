package dev.bottrace.internal.record;

import dev.bottrace.trace.TraceRecording;

/** The encoded events of one recording. */
sealed interface Chunks extends TraceRecording permits AllChunks, LastChunks {
  /** Keeps a chunk, which stands in an array of the caller's. */
  void add(byte[] bytes, int from, int to);

  /** Returns what is there now, with all open calls ended. */
  TraceRecording copy();
}
