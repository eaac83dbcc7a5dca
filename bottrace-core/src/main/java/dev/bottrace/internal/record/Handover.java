package dev.bottrace.internal.record;

import dev.bottrace.internal.symbol.SymbolTable;
import dev.bottrace.trace.TaskOrigin;
import dev.bottrace.trace.TracedMethod;
import dev.bottrace.trace.TracedThread;
import org.jspecify.annotations.Nullable;

/**
 * Where a traced call has handed over a task, or several. Made by the thread that does; that call's
 * number is not known before the recorder comes to that point, which is before anything that the
 * task does.
 */
final class Handover {
  /** What a block hands over that is recorded: it is followed, and comes from no traced call. */
  static final Handover OF_BLOCK = new Handover(-1, 0, new Object(), 0, 0);

  private final int method;
  private final int line;
  private final Object thread;
  private final int level;
  private final long serial;
  private @Nullable TaskOrigin origin;

  /**
   * Makes one.
   *
   * @param method id of the innermost traced method
   * @param line where it is; 0 if that is not known
   * @param thread knows it again
   * @param level of the innermost call
   * @param serial number of that call within its thread
   */
  Handover(int method, int line, Object thread, int level, long serial) {
    this.method = method;
    this.line = line;
    this.thread = thread;
    this.level = level;
    this.serial = serial;
  }

  /** Tells whether a traced call has handed over. */
  boolean isOfCall() {
    return this != OF_BLOCK;
  }

  /** Tells whether it was made by a call. */
  boolean isBy(Object otherThread, int otherLevel, long otherSerial) {
    return thread == otherThread && level == otherLevel && serial == otherSerial;
  }

  boolean isOf(Object otherThread) {
    return thread == otherThread;
  }

  int level() {
    return level;
  }

  int line() {
    return line;
  }

  /** The recorder has come to it. */
  void resolve(SymbolTable symbols, TracedThread identity, long call) {
    TracedMethod named = symbols.method(method);
    origin = new TaskOrigin(named, line > 0 ? line : named.line(), identity, call);
  }

  /** Returns what traces say of it; null if the recorder has not come to it. */
  @Nullable TaskOrigin origin() {
    return origin;
  }
}
