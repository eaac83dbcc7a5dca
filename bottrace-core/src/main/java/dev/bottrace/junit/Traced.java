package dev.bottrace.junit;

import dev.bottrace.RecordingRequest;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Records what each test of a class, or one test, calls.
 *
 * <pre>{@code
 * @Traced(include = {"com.acme.orders", "com.legacy"})
 * class OrdersTest {
 *   @Test
 *   void an_order_is_saved_once(Recording recording) {
 *     orders.place("pen", 2);
 *     assertThat(recording.snapshot()).called("Repository.save").times(1);
 *   }
 *
 *   @AfterEach
 *   void nothing_old_is_used(Trace trace) {
 *     assertThat(trace).neverCalled("com.legacy..");
 *   }
 * }
 * }</pre>
 *
 * <p><b>What is recorded.</b> The body of the test method, and nothing before or after it: what
 * {@code @BeforeEach} and {@code @AfterEach} methods call is not what the test is about, and would
 * be counted with it. Each repetition, each set of arguments of a parameterized test, and each test
 * of a template has a recording of its own; the dynamic tests of a {@code @TestFactory} share that
 * of their factory. A recording sees the thread that runs the test, and the threads that it starts,
 * so tests that run at the same time see their own calls only; see {@link #thisThread}.
 *
 * <p><b>Parameters.</b> A test method may have a {@link dev.bottrace.Recording} as a parameter,
 * which goes on while the test runs: {@code snapshot()} tells what ran so far. An
 * {@code @AfterEach} method may have it too, or the whole {@link dev.bottrace.trace.Trace}. There
 * is neither before the test, and no {@code Trace} while it runs.
 *
 * <p><b>Failures.</b> The last calls of a test that fails are attached to its failure, as a
 * suppressed exception, which is shown where stack traces are; see {@link #failureLines}.
 *
 * <p><b>Time.</b> How long a test may take is said by JUnit's own {@link
 * org.junit.jupiter.api.Timeout @Timeout}, beside this annotation, in either of its thread modes. A
 * test that it ends has failed, so its last calls are attached: they show where it hung.
 *
 * <p><b>Where it stands.</b> On a class it holds for the tests of its nested and derived classes
 * too. The nearest one holds, and nothing of the others: one on a method replaces that of its class
 * as a whole. It may stand on an annotation of your own, which then means the same.
 *
 * <p><b>Needs</b> an agent in the JVM of the tests, for which there are two ways: {@code
 * -javaagent:bottrace-core.jar} among its options, or {@code net.bytebuddy:byte-buddy-agent} on the
 * class path, as it is where Mockito is used. Without, tests fail with an {@link
 * IllegalStateException} that says where to add what.
 *
 * <p>The options have the names and the meaning of those of {@link RecordingRequest}; a wrong value
 * fails the test with an {@link IllegalArgumentException}.
 */
@Documented
@Inherited
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(TracedExtension.class)
@SuppressWarnings("exports") // JUnit makes the extension, and nobody else
public @interface Traced {
  /** Lines that are attached to a failure unless {@link #failureLines} says otherwise. */
  int DEFAULT_FAILURE_LINES = 40;

  /**
   * Which classes are recorded.
   *
   * @return packages ({@code com.acme.auth}), classes ({@code com.acme.auth.Login}) or source
   *     paths; by default the classes that come from directories, and not from jars
   */
  String[] include() default {};

  /**
   * Which of them are not.
   *
   * @return as in {@link #include}; none by default
   */
  String[] exclude() default {};

  /**
   * Whether each call is recorded, and each return.
   *
   * @return true by default; false for tests that call so much that {@link #callCounts} have to do
   */
  boolean calls() default true;

  /**
   * Whether calls are counted. Those that are recorded need not be, unless {@link #keepLast} drops
   * some.
   *
   * @return false by default
   */
  boolean callCounts() default false;

  /**
   * Whether arguments are recorded with calls.
   *
   * @return false by default
   */
  boolean args() default false;

  /**
   * Whether values are recorded with returns.
   *
   * @return false by default
   */
  boolean returns() default false;

  /**
   * Whether work that is handed to other threads is linked to where it was handed over, and seen
   * there.
   *
   * @return false by default
   */
  boolean async() default false;

  /**
   * Whether the bodies of lambda expressions are left out.
   *
   * @return false by default
   */
  boolean noLambdas() default false;

  /**
   * How many of the outermost levels of calls are recorded, per thread.
   *
   * @return at least 1; all by default
   */
  int maxDepth() default Integer.MAX_VALUE;

  /**
   * After how many events recording stops; the test goes on.
   *
   * @return at least 0; {@value dev.bottrace.RecordingRequest#DEFAULT_EVENTS_IN_MEMORY} by default
   */
  long maxEvents() default Long.MAX_VALUE;

  /**
   * How many of the last events are kept, for tests that call much before they fail.
   *
   * @return at least 1; by default the first ones are kept, as {@link #maxEvents} has it
   */
  long keepLast() default Long.MAX_VALUE;

  /**
   * Places at which state is captured each time execution reaches them.
   *
   * @return as in {@link RecordingRequest#breakpoint}; none by default
   */
  String[] breakpoint() default {};

  /**
   * Expressions that are evaluated at breakpoints.
   *
   * @return in Java; none by default
   */
  String[] watch() default {};

  /**
   * Names whose values are hidden, besides those that look like secrets.
   *
   * @return as in {@link RecordingRequest#redact}; none by default
   */
  String[] redact() default {};

  /**
   * Whether only the thread is recorded that runs the test, with the threads that it starts.
   *
   * @return true by default; false to see the threads of pools that were there before too, and with
   *     them whatever else runs in this JVM at the same time
   */
  boolean thisThread() default true;

  /**
   * How many lines of calls are attached to a failure at most; those that ran last.
   *
   * @return at least 0, which attaches nothing; {@value #DEFAULT_FAILURE_LINES} by default
   */
  int failureLines() default DEFAULT_FAILURE_LINES;
}
