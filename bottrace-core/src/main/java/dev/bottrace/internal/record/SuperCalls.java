package dev.bottrace.internal.record;

import dev.bottrace.internal.symbol.SymbolTable;
import dev.bottrace.trace.TracedMethod;
import java.util.Arrays;

/**
 * The constructors of a thread that are inside their {@code super()} or {@code this()} call,
 * outermost first. The JVM allows no handler there, so an exception that leaves them has to be
 * inferred.
 */
final class SuperCalls {
  private int[] depths = new int[8];
  private int[] constructors = new int[8];
  private String[] callees = new String[8];
  private int size;

  /** The depth of the innermost one, 0 if there is none. */
  private int innermost;

  /**
   * Notes a constructor at a depth, and the class whose constructor it calls; returns whether there
   * was memory for it.
   */
  boolean push(int depth, int constructor, String callee) {
    popFrom(depth);
    if (size == depths.length && !grow()) {
      return false;
    }
    depths[size] = depth;
    constructors[size] = constructor;
    callees[size] = callee;
    size++;
    innermost = depth;
    return true;
  }

  private boolean grow() {
    try {
      callees = Arrays.copyOf(callees, 2 * size);
      constructors = Arrays.copyOf(constructors, 2 * size);
      depths = Arrays.copyOf(depths, 2 * size);
      return true;
    } catch (OutOfMemoryError e) {
      return false;
    }
  }

  /** Returns the depth of the innermost one, 0 if there is none. */
  int innermost() {
    return innermost;
  }

  int innermostConstructor() {
    return constructors[size - 1];
  }

  /** Forgets those at a depth and inside it. */
  void popFrom(int depth) {
    while (size > 0 && depths[size - 1] >= depth) {
      size--;
    }
    innermost = size == 0 ? 0 : depths[size - 1];
  }

  /**
   * Tells whether the innermost open call is such a constructor, and called one of the given class.
   */
  boolean leftWith(int depth, String calleeThatThrew) {
    return innermost() == depth && depth > 0 && callees[size - 1].equals(calleeThatThrew);
  }

  /**
   * Tells whether the innermost open call is such a constructor, and has left the stack without a
   * trace. To be asked by the method that is just being entered.
   */
  boolean leftUnseen(int depth, int method, SymbolTable symbols) {
    if (innermost() != depth || depth == 0) {
      return false;
    }
    TracedMethod called = symbols.method(method);
    boolean expected =
        called.name().equals("<init>") && called.className().equals(callees[size - 1]);
    return !expected && !isOnStack(symbols.method(constructors[size - 1]).className());
  }

  /**
   * Looks below the method that is just being entered, which may be a constructor of that class.
   */
  private static boolean isOnStack(String className) {
    try {
      return VisibleStack.walk(
          frames -> frames.skip(1).anyMatch(frame -> isConstructor(frame, className)));
    } catch (OutOfMemoryError e) {
      return true; // should it be gone, an outer probe will notice
    }
  }

  private static boolean isConstructor(StackWalker.StackFrame frame, String className) {
    return frame.getMethodName().equals("<init>") && frame.getClassName().equals(className);
  }
}
