package dev.bottrace.internal.record;

import dev.bottrace.internal.symbol.SiteVariable;
import dev.bottrace.internal.symbol.SymbolTable;
import dev.bottrace.runtime.LocalsFrame;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
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

  private final SymbolTable symbols;
  private @Nullable LocalsFrame[] frames = new LocalsFrame[16];
  private final List<Unwinding> unwindings = new ArrayList<>();

  /** An exception on its way out, and the calls that it has left, innermost first. */
  private static final class Unwinding {
    private final Throwable thrown;
    private final List<LeftCall> calls = new ArrayList<>();
    private int outermost = Integer.MAX_VALUE;

    Unwinding(Throwable thrown) {
      this.thrown = thrown;
    }
  }

  /**
   * The variables of a call at one moment.
   *
   * @param level its depth
   * @param method its id
   * @param variables those that existed
   * @param values what they held
   */
  record LeftCall(
      int level, int method, List<SiteVariable> variables, List<@Nullable Object> values) {}

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

  /** A call returns: what it caught is over. */
  void returned(int level) {
    clear(level);
    if (!unwindings.isEmpty()) {
      unwindings.removeIf(unwinding -> unwinding.outermost >= level);
    }
  }

  /** An exception leaves a call. */
  void left(int level, Throwable thrown) {
    note(level, thrown);
    clear(level);
  }

  /** A handler of a call begins; the variables are still those of the place that it covers. */
  void caught(int level, Throwable thrown) {
    note(level, thrown);
  }

  private void note(int level, Throwable thrown) {
    LocalsFrame frame = level < frames.length ? frames[level] : null;
    if (frame == null || frame.slots < 0) {
      return;
    }
    Unwinding unwinding = unwinding(thrown);
    boolean known = unwinding.outermost <= level;
    if (!known && unwinding.calls.size() < LEFT) {
      unwinding.calls.add(copy(level, frame));
      unwinding.outermost = level;
    }
  }

  private Unwinding unwinding(Throwable thrown) {
    for (Unwinding unwinding : unwindings) {
      if (unwinding.thrown == thrown) {
        return unwinding;
      }
    }
    if (unwindings.size() == UNWINDINGS) {
      unwindings.remove(0);
    }
    Unwinding unwinding = new Unwinding(thrown);
    unwindings.add(unwinding);
    return unwinding;
  }

  private LeftCall copy(int level, LocalsFrame frame) {
    List<SiteVariable> variables = symbols.variables(frame.method, (int) frame.bits[0]);
    Object[] values = new Object[variables.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = value(frame, variables.get(i));
    }
    return new LeftCall(level, frame.method, variables, Arrays.asList(values));
  }

  private static @Nullable Object value(LocalsFrame frame, SiteVariable variable) {
    long bits = frame.bits[variable.slot() + 1];
    return switch (variable.descriptor().charAt(0)) {
      case 'Z' -> bits != 0;
      case 'C' -> (char) bits;
      case 'B' -> (byte) bits;
      case 'S' -> (short) bits;
      case 'I' -> (int) bits;
      case 'J' -> bits;
      case 'F' -> Float.intBitsToFloat((int) bits);
      case 'D' -> Double.longBitsToDouble(bits);
      default -> frame.references[variable.slot()];
    };
  }

  /** Lets go of the program's objects. */
  private void clear(int level) {
    LocalsFrame frame = level < frames.length ? frames[level] : null;
    if (frame != null && frame.slots >= 0) {
      Arrays.fill(frame.references, 0, frame.slots, null);
      frame.slots = -1;
    }
  }

  /** Returns the variables of the open calls as they are now, innermost first. */
  List<LeftCall> open(int depth) {
    List<LeftCall> calls = new ArrayList<>();
    for (int level = Math.min(depth, frames.length - 1); level > 0; level--) {
      LocalsFrame frame = frames[level];
      if (frame != null && frame.slots >= 0) {
        calls.add(copy(level, frame));
      }
    }
    return calls;
  }

  /** Returns the calls that an exception has left, innermost first, and forgets them. */
  List<LeftCall> leftBy(Throwable thrown) {
    for (Iterator<Unwinding> all = unwindings.iterator(); all.hasNext(); ) {
      Unwinding unwinding = all.next();
      if (unwinding.thrown == thrown) {
        all.remove();
        return unwinding.calls;
      }
    }
    return List.of();
  }
}
