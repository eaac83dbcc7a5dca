package dev.bottrace.json;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/** A file that is written from beginning to end. A failed write leaves what was there before it. */
interface OutputFile {
  /** Opens a file so that no half of it is ever seen, if it is of a kind that lets us. */
  static OutputFile of(Path path) throws IOException {
    return DirectFile.isNeededFor(path) ? DirectFile.open(path) : ReplacingFile.create(path);
  }

  /** Returns where its content goes. */
  OutputStream stream();

  /** Tells whether nothing was written yet. */
  boolean isEmpty();

  /** Makes it the file of its name. */
  void complete() throws IOException;

  /** Leaves no trace of it, if it is of a kind that lets us. */
  void discard();
}
