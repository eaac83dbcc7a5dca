package dev.bottrace.junit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** How small test classes end when JUnit runs them. */
final class Outcomes {
  private final EngineExecutionResults results;

  private Outcomes(EngineExecutionResults results) {
    this.results = results;
  }

  static Outcomes of(Class<?> testClass) {
    return of(builder(), testClass);
  }

  static Outcomes inParallel(int threads, Class<?>... testClasses) {
    return of(
        builder()
            .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
            .configurationParameter("junit.jupiter.execution.parallel.mode.default", "concurrent")
            .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
            .configurationParameter(
                "junit.jupiter.execution.parallel.config.fixed.parallelism",
                String.valueOf(threads)),
        testClasses);
  }

  private static EngineTestKit.Builder builder() {
    return EngineTestKit.engine("junit-jupiter");
  }

  private static Outcomes of(EngineTestKit.Builder builder, Class<?>... testClasses) {
    Arrays.stream(testClasses).forEach(type -> builder.selectors(selectClass(type)));
    return new Outcomes(builder.execute());
  }

  /** Returns the display names of tests that ended in a way, in the order of their ends. */
  List<String> tests(Status status) {
    return results.testEvents().finished().stream()
        .filter(event -> result(event).getStatus() == status)
        .map(event -> event.getTestDescriptor().getDisplayName())
        .toList();
  }

  /** Returns what tests and containers failed with. */
  List<Throwable> failures() {
    return results.allEvents().finished().stream()
        .filter(event -> result(event).getStatus() == Status.FAILED)
        .map(event -> result(event).getThrowable())
        .flatMap(Optional::stream)
        .toList();
  }

  /** Returns what a test, or a container, failed with. */
  Throwable failure(String displayName) {
    return results.allEvents().finished().stream()
        .filter(event -> event.getTestDescriptor().getDisplayName().equals(displayName))
        .map(event -> result(event).getThrowable())
        .flatMap(Optional::stream)
        .findFirst()
        .orElseThrow(() -> new AssertionError("did not fail: " + displayName));
  }

  /** Returns what is attached to the failure of a test, with what stands in place of lines. */
  String attached(String displayName) {
    Throwable[] suppressed = failure(displayName).getSuppressed();
    if (suppressed.length != 1) {
      throw new AssertionError(suppressed.length + " are suppressed", failure(displayName));
    }
    return suppressed[0]
        .toString()
        .replace("dev.bottrace.host.target.", "")
        .replaceAll("(\\w+\\.java):[1-9]\\d*\\)", "$1:_)")
        .replace("\t", "");
  }

  /** Returns what was reported of a test, under the key that is ours. */
  List<String> reports(String displayName) {
    return results.testEvents().reportingEntryPublished().stream()
        .filter(event -> event.getTestDescriptor().getDisplayName().equals(displayName))
        .map(event -> event.getRequiredPayload(ReportEntry.class))
        .map(entry -> entry.getKeyValuePairs().get("calls"))
        .toList();
  }

  private static TestExecutionResult result(Event event) {
    return event.getRequiredPayload(TestExecutionResult.class);
  }
}
