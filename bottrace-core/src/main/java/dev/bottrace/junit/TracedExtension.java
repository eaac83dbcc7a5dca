package dev.bottrace.junit;

import dev.bottrace.internal.attach.StackLines;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeTestExecutionCallback;
import org.junit.jupiter.api.extension.DynamicTestInvocationContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.opentest4j.TestAbortedException;

/**
 * What {@link Traced} does. Knows JUnit by what both 5 and 6 have.
 *
 * <p>A recording begins and ends around the test method alone. What failed is known for certain
 * only when the {@code @AfterEach} methods have run, so the trace is attached then.
 */
final class TracedExtension
    implements BeforeTestExecutionCallback,
        AfterTestExecutionCallback,
        AfterEachCallback,
        ParameterResolver,
        InvocationInterceptor {
  private static final Namespace NAMESPACE = Namespace.create(TracedExtension.class);

  private static Store store(ExtensionContext context) {
    return context.getStore(NAMESPACE);
  }

  private static @Nullable TestRecording recording(ExtensionContext context) {
    return store(context).get(TestRecording.class, TestRecording.class);
  }

  @Override
  public void beforeTestExecution(ExtensionContext context) {
    Placed nearest = Placed.nearest(context);
    Traced traced = nearest.annotation();
    store(context).put(TestRecording.class, TestRecording.start(traced));
    if (traced.breakpoint().length == 0) {
      store(nearest.ofClass())
          .getOrComputeIfAbsent(
              traced, same -> HeldProbes.of(TestRecording.request(same)), HeldProbes.class);
    }
  }

  @Override
  public void afterTestExecution(ExtensionContext context) {
    context.getExecutionException().ifPresent(StackLines::keep);
    TestRecording recording = recording(context);
    if (recording != null) {
      recording.stop();
    }
  }

  @Override
  public void afterEach(ExtensionContext context) {
    context.getExecutionException().ifPresent(failure -> attach(context, failure));
  }

  @Override
  public void interceptDynamicTest(
      Invocation<Void> test, DynamicTestInvocationContext dynamic, ExtensionContext context)
      throws Throwable {
    try {
      test.proceed();
    } catch (Throwable failure) { // to be thrown on, whatever it is
      attach(context, failure);
      throw failure;
    }
  }

  private static void attach(ExtensionContext context, Throwable failure) {
    TestRecording recording = recording(context);
    if (recording != null && !(failure instanceof TestAbortedException)) {
      StackLines.keep(failure);
      recording.attachTo(failure).ifPresent(text -> context.publishReportEntry("calls", text));
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return TestParameter.of(parameter.getParameter().getType()).isPresent();
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return TestParameter.of(parameter.getParameter().getType())
        .orElseThrow()
        .resolve(parameter, recording(context));
  }
}
