package dev.bottrace.assertj;

import dev.bottrace.trace.Call;
import dev.bottrace.trace.CallPath;
import dev.bottrace.trace.MethodPattern;
import dev.bottrace.trace.RecordedRun;
import dev.bottrace.trace.Termination;
import dev.bottrace.trace.Trace;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;

/**
 * What can be asserted of a trace, at any place of a chain of assertions. Methods are named by
 * patterns, as {@link MethodPattern} has them: {@code Orders.place}, {@code com.acme.Orders.place},
 * {@code com.acme.orders..}, {@code *Repository.save*}.
 *
 * <p>An assertion that fails throws an {@link AssertionError} which says what happened in place of
 * what was expected. One that can't be judged throws an {@link IllegalStateException} that says
 * what to record, or an {@link IllegalArgumentException} that says what is wrong with a pattern.
 *
 * @param <S> the type of the assertions
 */
public abstract sealed class AbstractTraceAssert<S extends AbstractTraceAssert<S>>
    extends AbstractAssert<S, RecordedRun> permits TraceAssert, CallsAssert, SnapshotsAssert {

  AbstractTraceAssert(@Nullable RecordedRun actual, Class<S> type) {
    super(actual, type);
  }

  /** Returns the assertions on the whole trace. */
  abstract TraceAssert whole();

  /** Returns the trace; fails if there is none. */
  final RecordedRun run() {
    return Objects.requireNonNull(isNotNull().actual);
  }

  /** Throws a message, unless it is null. */
  final void check(@Nullable String message) {
    if (message != null) {
      throw failure("%s", message);
    }
  }

  /** A rule is no assertion of AssertJ's, which takes the frames of those out of stack traces. */
  @Override
  protected final boolean isElementOfCustomAssert(StackTraceElement frame) {
    return frame.getClassName().equals(NoCalls.From.class.getName())
        || super.isElementOfCustomAssert(frame);
  }

  private static void check(boolean isRight, String problem) {
    if (!isRight) {
      throw new IllegalArgumentException(problem);
    }
  }

  /**
   * Asserts that a method was called.
   *
   * @param pattern names it, or several
   * @return assertions on its calls, of which there is at least one
   */
  public CallsAssert called(String pattern) {
    return calls(pattern).atLeast(1);
  }

  /**
   * Goes on to the calls of a method, of which there may be none.
   *
   * @param pattern names it, or several
   * @return assertions on its calls
   */
  public CallsAssert calls(String pattern) {
    return new CallsAssert(whole(), CallSelection.of(run(), pattern));
  }

  /**
   * Asserts that a method was not called, by anybody.
   *
   * @param pattern names it, or several
   * @return assertions on the trace
   * @throws IllegalStateException if the trace may lack such calls, since it was cut, a class was
   *     not recorded, or has no method of that name; the message says why
   */
  public TraceAssert neverCalled(String pattern) {
    CallSelection calls = CallSelection.of(run(), pattern);
    if (calls.count() > 0) {
      Message message = Message.expected("no call of " + pattern);
      message.but(Message.there(calls.count()));
      calls.write(message);
      check(message.toString());
    }
    calls.mustBeComplete();
    return whole();
  }

  /**
   * Asserts that calls lead from one method to another.
   *
   * @param path patterns, with {@code >} before what is called directly and {@code >>} before what
   *     is called through any others, as in {@code Orders.place >> Repository.save}
   * @return assertions on the trace
   */
  public TraceAssert path(String path) {
    RecordedRun run = run();
    CallPath wanted = Patterns.path(run, path);
    check(run.callTree().first(wanted).isPresent() ? null : PathFailure.of(run, wanted));
    return whole();
  }

  /**
   * Asserts that no calls lead from one method to another.
   *
   * @param path as in {@link #path}
   * @return assertions on the trace
   * @throws IllegalStateException if the trace may lack such calls, since it was cut, a class was
   *     not recorded, or has no method of that name; the message says why
   */
  public TraceAssert noPath(String path) {
    CallPath unwanted = Patterns.path(run(), path);
    List<Call> found = run().callTree().calls(unwanted);
    if (found.isEmpty()) {
      Patterns.complete(run(), unwanted);
    } else {
      Message message = Message.expected("no path " + path);
      message.but("it leads to " + Message.count(found.size(), "call") + ':').block();
      CallStacks.write(message, found);
      check(message.toString());
    }
    return whole();
  }

  /**
   * Asserts that calls began one after the other, in whatever threads and whatever happened between
   * them. Each pattern takes the first call after that of the pattern before it.
   *
   * @param patterns at least two
   * @return assertions on the trace
   * @throws IllegalArgumentException if there are fewer
   */
  public TraceAssert inOrder(String... patterns) {
    check(patterns.length > 1, "an order takes two patterns at least");
    RecordedRun run = run();
    check(OrderFailure.of(run, Stream.of(patterns).map(p -> Patterns.of(run, p)).toList()));
    return whole();
  }

  /**
   * Begins a rule about who must not call whom directly: {@code
   * noCalls().from("..web..").to("..jdbc..")}. It holds where the one calls the other through a
   * third; {@link #noPath} forbids that too, as in {@code noPath("..web.. >> ..jdbc..")}.
   *
   * @return the rule, which is checked when its end is given
   */
  public NoCalls noCalls() {
    return new NoCalls(whole());
  }

  /**
   * Asserts what {@code java} would have ended with.
   *
   * @param expected the program's own code, 1 after an uncaught exception in main, 124 after a
   *     timeout
   * @return assertions on the trace
   * @throws IllegalStateException if the trace does not know how the program ended
   */
  public TraceAssert exitCode(int expected) {
    Termination end = HowItEnded.of(run());
    if (end.exitCode() != expected) {
      boolean said = end.kind() == Termination.Kind.EXITED;
      throw ended("exit code " + expected, said ? "" : "it was " + end.exitCode() + ": ", end);
    }
    return whole();
  }

  /**
   * Asserts that the program was ended by its timeout.
   *
   * @return assertions on the trace
   * @throws IllegalStateException if the trace does not know how the program ended
   */
  public TraceAssert timedOut() {
    Termination end = HowItEnded.of(run());
    if (end.kind() != Termination.Kind.TIMED_OUT) {
      throw ended("the program to be ended by its timeout", "", end);
    }
    return whole();
  }

  /**
   * Asserts that an exception left {@code main}, or the block that was recorded. {@link
   * #uncaughtIn} asserts the same of other threads.
   *
   * @param type its class, or one that it extends; by name, as the program has classes of its own
   * @return assertions on the trace
   * @throws IllegalStateException if the trace does not know how the program ended
   */
  public TraceAssert uncaught(Class<? extends Throwable> type) {
    Termination end = HowItEnded.of(run());
    Throwable uncaught = end.uncaught();
    if (uncaught == null || !ThrownTypes.isA(uncaught, type)) {
      throw ended("main to be left with " + type.getName(), "", end);
    }
    return whole();
  }

  /**
   * Asserts that an exception left a thread, whichever, and nobody caught it. An exception that a
   * pool keeps for a {@code Future} is caught.
   *
   * @param thread name of the thread; {@code *} stands for any characters, as in {@code worker-*}
   * @param type class of the exception, or one that it extends; by name, as the program has classes
   *     of its own
   * @return assertions on the trace
   * @throws IllegalStateException if uncaught exceptions were not recorded, by {@code
   *     onException(OnException.SNAPSHOT)}
   */
  public TraceAssert uncaughtIn(String thread, Class<? extends Throwable> type) {
    check(UncaughtFailure.of(run(), thread, type));
    return whole();
  }

  /**
   * Goes on to what the program printed to its standard output, with the assertions that AssertJ
   * has for texts. They end the chain: what is to be asserted of the trace stands before.
   *
   * @return assertions on the text
   * @throws IllegalStateException if it was not captured, by {@code captureOutput()}
   */
  public AbstractStringAssert<?> stdout() {
    return printed("standard output", Trace::stdout);
  }

  /**
   * Goes on to what the program printed to its standard error, as {@link #stdout} does.
   *
   * @return assertions on the text
   * @throws IllegalStateException if it was not captured, by {@code captureOutput()}
   */
  public AbstractStringAssert<?> stderr() {
    return printed("standard error", Trace::stderr);
  }

  private AbstractStringAssert<?> printed(String name, Function<Trace, String> stream) {
    if (!(run() instanceof Trace trace)) {
      throw new IllegalStateException(
          "what the program printed is not known: ask the Trace that execute() returns");
    }
    String described = descriptionText();
    return Assertions.assertThat(stream.apply(trace))
        .as(described.isEmpty() ? name : described + ": " + name);
  }

  private AssertionError ended(String expected, String but, Termination end) {
    Message message = Message.expected(expected).but(but + HowItEnded.of(end) + '.');
    if (!end.stacks().isEmpty()) {
      message.paragraph(HowItEnded.stacks(end));
    }
    AssertionError error = failure("%s", message);
    if (error.getCause() == null && end.uncaught() != null) {
      error.initCause(end.uncaught());
    }
    return error;
  }

  /**
   * Asserts that a breakpoint was reached.
   *
   * @param where {@code FILE:LINE} or {@code Class.method}, as it was given to the request
   * @return assertions on what it saw
   * @throws IllegalArgumentException if it is neither
   * @throws IllegalStateException if the run had no breakpoints
   */
  public SnapshotsAssert snapshot(String where) {
    return new SnapshotsAssert(whole(), SnapshotSelection.of(run(), where)).atLeast(1);
  }

  /**
   * Asserts that the calls are those of a golden file, {@code OrdersTest.places.golden.txt} for
   * method {@code places} of {@code OrdersTest}, beside its source, or at the same place in {@code
   * resources}. With {@code -Dbottrace.golden=update}, or {@code BOTTRACE_GOLDEN=update} in the
   * environment, the file is written instead, but never in CI, which the variable {@code CI} tells.
   *
   * @return assertions on the trace
   * @throws IllegalStateException if calls were not recorded, if they are too many to be reviewed,
   *     if the source of the test is not found, or if the file is to be written and calls may be
   *     missing, as where a class could not be recorded; the message says what to change
   */
  public TraceAssert matchesGolden() {
    return matchesGolden(GoldenOptions.DEFAULT);
  }

  /**
   * Asserts the same, with parts left out.
   *
   * @param options what matters
   * @return assertions on the trace
   * @see #matchesGolden()
   */
  public TraceAssert matchesGolden(GoldenOptions options) {
    GoldenPlace place = GoldenPlace.ofCaller();
    return matchesGolden(place.file(place.defaultName()), options);
  }

  /**
   * Asserts the same for a file with a name of its own, {@code OrdersTest.NAME.golden.txt}, as for
   * a method with several traces.
   *
   * @param name stands in place of the method's
   * @return assertions on the trace
   * @see #matchesGolden()
   */
  public TraceAssert matchesGolden(String name) {
    return matchesGolden(name, GoldenOptions.DEFAULT);
  }

  /**
   * Asserts the same for a file with a name of its own, with parts left out.
   *
   * @param name stands in place of the method's
   * @param options what matters
   * @return assertions on the trace
   * @see #matchesGolden()
   */
  public TraceAssert matchesGolden(String name, GoldenOptions options) {
    return matchesGolden(GoldenPlace.ofCaller().file(name), options);
  }

  /**
   * Asserts the same for a file that is anywhere.
   *
   * @param file its path
   * @param options what matters
   * @return assertions on the trace
   * @see #matchesGolden()
   */
  public TraceAssert matchesGolden(Path file, GoldenOptions options) {
    return matchesGolden(file, options, GoldenMode.current());
  }

  final TraceAssert matchesGolden(Path file, GoldenOptions options, GoldenMode mode) {
    GoldenTrace.Failure failure = GoldenTrace.check(run(), file, options, mode);
    if (failure != null) {
      throw failureWithActualExpected(
          failure.actual(), failure.expected(), "%s", failure.message());
    }
    return whole();
  }
}
