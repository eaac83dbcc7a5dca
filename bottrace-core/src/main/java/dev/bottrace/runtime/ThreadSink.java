package dev.bottrace.runtime;

import org.jspecify.annotations.Nullable;

/**
 * Receives the probe calls of one thread. Used by that thread alone.
 *
 * <p>Each traced call keeps the {@link #depth} that it found at its entry and gives it back at its
 * exit. So a return that could not be seen, because an exception left a constructor from its {@code
 * super()} call or a probe found no stack, is noticed by the next probe further out, and made up
 * for.
 */
public abstract class ThreadSink {
  /**
   * Number of traced calls that are open in this thread; read by instrumented code right after
   * {@link #enter}.
   */
  public int depth;

  /** For subclasses. */
  protected ThreadSink() {}

  /**
   * A method begins.
   *
   * @param method its id
   */
  public abstract void enter(int method);

  /**
   * A method begins whose arguments are of interest.
   *
   * @param method its id
   * @param arguments boxed where they are primitive
   */
  public abstract void enter(int method, @Nullable Object[] arguments);

  /**
   * A method begins whose calls are only counted.
   *
   * @param method its id
   */
  public abstract void count(int method);

  /**
   * Returns the place for the variables of a call that has just begun.
   *
   * @param depth what {@link #depth} was after its entry
   * @param method its id
   * @param slots how many variables it has at most
   * @return the place, to be used until the call ends
   */
  public abstract LocalsFrame locals(int depth, int method, int slots);

  /**
   * A method returns.
   *
   * @param depth what {@link #depth} was after its entry
   */
  public abstract void exit(int depth);

  /**
   * A method returns a value that is of interest.
   *
   * @param depth what {@link #depth} was after its entry
   * @param method its id
   * @param value boxed if it is primitive
   */
  public abstract void exit(int depth, int method, @Nullable Object value);

  /**
   * An exception leaves a method.
   *
   * @param depth what {@link #depth} was after its entry
   * @param thrown the exception
   */
  public abstract void exitThrowing(int depth, Throwable thrown);

  /**
   * An exception leaves a constructor.
   *
   * @param depth what {@link #depth} was after its entry
   * @param method its id
   * @param thrown the exception
   */
  public abstract void constructorThrew(int depth, int method, Throwable thrown);

  /**
   * A handler of a method begins: every call inside it that is still open was left by an exception.
   * Where variables are copied, they still hold what they did when the exception was thrown.
   *
   * @param depth what {@link #depth} was after the method's entry
   * @param thrown the exception
   */
  public abstract void caught(int depth, Throwable thrown);

  /**
   * A constructor is about to call another constructor for the same object. No handler may cover
   * that call.
   *
   * @param depth what {@link #depth} was after the entry of the calling constructor
   * @param method id of the calling constructor
   * @param callee binary name of the class whose constructor is called
   */
  public abstract void superStart(int depth, int method, String callee);

  /**
   * The constructor called after {@link #superStart} returned.
   *
   * @param depth what {@link #depth} was after the entry of the calling constructor
   */
  public abstract void superEnd(int depth);
}
