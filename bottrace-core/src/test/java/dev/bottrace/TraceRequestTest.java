package dev.bottrace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bottrace.option.Program;
import dev.bottrace.option.TraceOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class TraceRequestTest {
  private static final List<UnaryOperator<TraceRequest>> OPTIONS =
      List.of(
          TraceRequest::calls,
          TraceRequest::callCounts,
          TraceRequest::noLambdas,
          request -> request.top(3),
          request -> request.maxDepth(4),
          request -> request.maxEvents(5),
          request -> request.include("com.acme"),
          request -> request.exclude("com.acme"),
          request -> request.callsTo("com.acme"),
          request -> request.timeout(Duration.ofSeconds(6)),
          request -> request.redact("*key"),
          request -> request.classPath("lib/*"));

  private static TraceRequest request() {
    return Tracer.run("com.acme.App", "one", "two");
  }

  @Test
  void each_option_returns_a_changed_copy() {
    TraceRequest request = request();
    for (UnaryOperator<TraceRequest> option : OPTIONS) {
      TraceRequest changed = option.apply(request);
      assertThat(changed).isNotEqualTo(request).isEqualTo(option.apply(request()));
      assertThat(changed).hasSameHashCodeAs(option.apply(request()));
      assertThat(request).isEqualTo(request());
    }
    assertThat(request.options()).isEqualTo(TraceOptions.DEFAULT);
  }

  @Test
  void requests_differ_by_program_and_arguments() {
    assertThat(request()).isEqualTo(request()).hasSameHashCodeAs(request());
    assertThat(request())
        .isNotEqualTo(Tracer.run("com.acme.App", "one"))
        .isNotEqualTo(Tracer.run("com.acme.Other", "one", "two"))
        .isNotEqualTo(Tracer.run("app.jar", "one", "two"))
        .isNotEqualTo("com.acme.App");
  }

  @Test
  void a_program_may_be_named_in_several_ways() {
    assertThat(Tracer.run(List.class)).isEqualTo(Tracer.run("java.util.List"));
    assertThat(Tracer.run(Path.of("app.jar"))).isEqualTo(Tracer.run("app.jar"));
    assertThat(Tracer.run(Path.of("App.java"))).isEqualTo(Tracer.run("App.java"));
    assertThat(Tracer.run(new Program.Jar(Path.of("app.jar")))).isEqualTo(Tracer.run("app.jar"));
  }

  @Test
  void arguments_do_not_change_with_the_array() {
    String[] arguments = {"one", "two"};
    TraceRequest request = Tracer.run("com.acme.App", arguments);
    arguments[0] = "changed";
    assertThat(request).isEqualTo(request());
  }

  @Test
  void wrong_values_are_refused_by_the_call_that_gets_them() {
    refuses(() -> request().top(-1), "top must be 0 (all) or more, not -1");
    refuses(() -> request().maxDepth(0), "maxDepth must be 1 or more, not 0");
    refuses(() -> request().maxEvents(-1), "maxEvents must be 0 or more, not -1");
    refuses(() -> request().timeout(Duration.ZERO), "timeout must be more than 0 seconds, not 0");
    refuses(
        () -> request().timeout(Duration.ofSeconds(-1)),
        "timeout must be more than 0 seconds, not -1");
    refuses(() -> request().include(""), "include needs a package, class or source path, not ''");
    refuses(
        () -> request().exclude("a.*"),
        "exclude takes a package, class or source path without '*', not 'a.*'");
    refuses(() -> request().callsTo(" "), "callsTo needs a package, class or source path, not ' '");
    refuses(
        () -> request().callsTo("java..sql"),
        "callsTo needs a package, class or source path, not 'java..sql'");
    refuses(
        () -> request().callsTo("java.io.*"),
        "callsTo takes a package, class or source path without '*', not 'java.io.*'");
    refuses(() -> Tracer.run(""), "the main class has no name");
    refuses(
        () -> Tracer.run(new Program.OfThisJvm()),
        "this JVM runs its program already; use thisJvm()");
    refuses(() -> Tracer.run(Path.of("App")), "neither a .jar nor a .java file: App");
  }

  private static void refuses(ThrowingCallable call, String message) {
    assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
  }

  @Test
  void says_what_it_asks_for() {
    assertThat(request().calls().toString()).contains("com.acme.App", "[one, two]", "calls=true");
  }
}
