package dev.bottrace.internal.record;

import dev.bottrace.internal.symbol.SymbolTable;
import dev.bottrace.runtime.LocalsFrame;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The variables of the open calls of one thread, and those of calls that an exception has left or
 * is about to leave. Used by that thread alone.
 */
final class LocalsStack {
  /** Calls deeper than this have no variables: it bounds what the program's data is held by. */
  static final int DEEPEST = 4096;

  /** Exceptions that are on their way at a time: one more for each nested handler. */
  private static final int UNWINDINGS = 8;

  /** Frames of one exception, as many as its stack trace has. */
  private static final int LEFT = 1024;

  private static final int UNUSED = -1;

  private final SymbolTable symbols;
  private @Nullable LocalsFrame[] frames = new LocalsFrame[16];
  private final List<Unwinding> unwindings = new ArrayList<>();

  /** An exception on its way out, and the calls that it has left, innermost first. */
  private static final class Unwinding {
    private final Throwable thrown;
    private final List<LocalsFrame> calls = new ArrayList<>();
    private int outermost = Integer.MAX_VALUE;
    private boolean fromTooDeep;

    Unwinding(Throwable thrown) {
      this.thrown = thrown;
    }
  }

  LocalsStack(SymbolTable symbols) {
    this.symbols = symbols;
  }

  /** Returns the place for the variables of a call that begins. */
  LocalsFrame push(int level, int method, int slots) {
    if (level > DEEPEST) {
      return new LocalsFrame(slots);
    }
    if (level >= frames.length) {
      frames = Arrays.copyOf(frames, Math.max(2 * frames.length, level + 1));
    }
    LocalsFrame frame = frames[level];
    if (frame == null || frame.references.length < slots) {
      frame = new LocalsFrame(slots);
      frames[level] = frame;
    }
    frame.method = method;
    frame.slots = slots;
    return frame;
  }

  /** Returns the variables of an open call; null if it has none. */
  private @Nullable LocalsFrame used(int level) {
    LocalsFrame frame = level < frames.length ? frames[level] : null;
    return frame == null || frame.slots == UNUSED ? null : frame;
  }

  /** A call returns: what it caught is over. */
  void returned(int level) {
    clear(level);
    for (int i = unwindings.size() - 1; i >= 0; i--) { // no lambda: there may be little stack
      if (unwindings.get(i).outermost >= level) {
        unwindings.remove(i);
      }
    }
  }

  /** Lets go of the program's objects. */
  private void clear(int level) {
    LocalsFrame frame = used(level);
    if (frame != null) {
      Arrays.fill(frame.references, 0, frame.slots, null);
      frame.slots = UNUSED;
    }
  }

  /** An exception leaves a call. Without memory, the variables of that call are not kept. */
  void left(int level, Throwable thrown) {
    try {
      keep(level, thrown);
    } catch (OutOfMemoryError e) {
      return;
    } finally {
      clear(level);
    }
  }

  private void keep(int level, Throwable thrown) {
    if (isNew(level, thrown)) {
      LocalsFrame frame = used(level);
      if (frame != null) {
        frames[level] = null; // a later call of this depth gets another one
        add(level, thrown, frame);
      }
    }
  }

  /** A handler of a call begins; the variables are still those of the place that it covers. */
  void caught(int level, Throwable thrown) {
    try {
      LocalsFrame frame = used(level);
      if (frame != null && isNew(level, thrown)) {
        add(level, thrown, copy(frame));
      }
    } catch (OutOfMemoryError e) {
      return; // they are not kept
    }
  }

  private static LocalsFrame copy(LocalsFrame frame) {
    LocalsFrame copy = new LocalsFrame(frame.slots);
    System.arraycopy(frame.references, 0, copy.references, 0, frame.slots);
    System.arraycopy(frame.bits, 0, copy.bits, 0, frame.slots + 1);
    copy.method = frame.method;
    copy.slots = frame.slots;
    return copy;
  }

  /** Tells whether an exception comes to a call for the first time. */
  private boolean isNew(int level, Throwable thrown) {
    Unwinding unwinding = unwinding(thrown);
    unwinding.fromTooDeep |= level > DEEPEST;
    return unwinding.outermost > level && unwinding.calls.size() < LEFT;
  }

  private void add(int level, Throwable thrown, LocalsFrame frame) {
    Unwinding unwinding = unwinding(thrown);
    unwinding.calls.add(frame);
    unwinding.outermost = level;
  }

  private Unwinding unwinding(Throwable thrown) {
    for (int i = unwindings.size() - 1; i >= 0; i--) {
      if (unwindings.get(i).thrown == thrown) {
        return unwindings.get(i);
      }
    }
    if (unwindings.size() == UNWINDINGS) {
      unwindings.remove(0);
    }
    Unwinding unwinding = new Unwinding(thrown);
    unwindings.add(unwinding);
    return unwinding;
  }

  /**
   * Returns the variables of the open calls as they are now, innermost first; none where the stack
   * is so deep that the innermost ones have no place.
   */
  List<CallVariables> open(int depth) {
    List<CallVariables> calls = new ArrayList<>();
    for (int level = depth > DEEPEST ? 0 : depth; level > 0; level--) {
      LocalsFrame frame = used(level);
      if (frame != null) {
        calls.add(new CallVariables(symbols, copy(frame)));
      }
    }
    return calls;
  }

  /** Returns the calls that an exception has left, innermost first, and forgets them. */
  List<CallVariables> leftBy(Throwable thrown) {
    Unwinding unwinding = unwinding(thrown);
    unwindings.remove(unwinding);
    return unwinding.fromTooDeep
        ? List.of()
        : unwinding.calls.stream().map(frame -> new CallVariables(symbols, frame)).toList();
  }
}
