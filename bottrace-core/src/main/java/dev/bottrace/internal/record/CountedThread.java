package dev.bottrace.internal.record;

import dev.bottrace.internal.symbol.SymbolTable;
import dev.bottrace.runtime.LocalsFrame;
import dev.bottrace.runtime.ThreadSink;
import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;

/** Counts the calls of one thread down to a depth. */
final class CountedThread extends ThreadSink {
  final CallCounter counter;

  /** Whether its counts stand elsewhere. */
  boolean retired;

  private final WeakReference<Thread> thread;
  private final SymbolTable symbols;
  private final int maxDepth;
  private @Nullable SuperCalls superCalls;

  /**
   * The depth down to which a call is counted without further ado: {@link #maxDepth}, or 0 while
   * the next call has to look whether a constructor still runs.
   */
  private int plainDepth;

  CountedThread(Thread thread, CallCounter counter, SymbolTable symbols, int maxDepth) {
    this.thread = new WeakReference<>(thread);
    this.counter = counter;
    this.symbols = symbols;
    this.maxDepth = maxDepth;
    this.plainDepth = maxDepth;
  }

  @Override
  public void count(int method) {
    try {
      counter.count(method);
    } catch (OutOfMemoryError e) {
      return; // a larger table was needed: one call of a new method is not counted
    }
  }

  boolean isOver() {
    Thread owner = thread.get();
    return owner == null || !owner.isAlive();
  }

  @Override
  public void enter(int method) {
    int level = depth + 1;
    if (level <= plainDepth) {
      count(method);
      depth = level;
    } else {
      enterLookedAt(method);
    }
  }

  private void enterLookedAt(int method) {
    SuperCalls calls = superCalls;
    if (plainDepth != maxDepth && calls != null) {
      while (calls.leftUnseen(depth, method, symbols)) {
        leave(depth);
      }
      plainDepth = maxDepth;
    }
    int level = depth + 1;
    if (level <= maxDepth) {
      count(method);
    }
    depth = level;
  }

  private void leave(int level) {
    depth = level - 1;
    if (superCalls != null) {
      superCalls.popFrom(level);
    }
  }

  @Override
  public void enter(int method, @Nullable Object[] arguments) {
    enter(method);
  }

  @Override
  public LocalsFrame locals(int level, int method, int slots) {
    return new LocalsFrame(slots);
  }

  @Override
  public void exit(int level, int method, @Nullable Object value) {
    exit(level);
  }

  @Override
  public void exit(int level) {
    if (depth == level) {
      depth = level - 1;
    } else {
      leave(level); // calls inside it, whose ends no probe saw, may be constructors
    }
  }

  @Override
  public void exitThrowing(int level, Throwable thrown) {
    leave(level);
  }

  @Override
  public void constructorThrew(int level, int method, Throwable thrown) {
    leave(level);
    SuperCalls calls = superCalls;
    int left = method;
    while (calls != null && calls.leftWith(depth, symbols.method(left).className())) {
      left = calls.innermostConstructor();
      leave(depth);
    }
  }

  @Override
  public void caught(int level, Throwable thrown) {
    leave(level + 1);
  }

  @Override
  public void superStart(int level, int method, String callee) {
    if (isOfInterest(level) && noted(level, method, callee)) {
      plainDepth = 0;
    }
  }

  /** Inside a level that is too deep all are, unless it is that of a constructor's own super(). */
  private boolean isOfInterest(int level) {
    return level <= maxDepth || (superCalls != null && superCalls.innermost() == level - 1);
  }

  /** Without memory it is not noted: should the constructor be left, an outer probe will notice. */
  private boolean noted(int level, int method, String callee) {
    try {
      SuperCalls calls = superCalls;
      if (calls == null) {
        calls = new SuperCalls();
        superCalls = calls;
      }
      return calls.push(level, method, callee);
    } catch (OutOfMemoryError e) {
      return false;
    }
  }

  @Override
  public void superEnd(int level) {
    leave(level);
    depth = level;
    plainDepth = maxDepth;
  }
}
