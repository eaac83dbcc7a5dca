package dev.bottrace.hosted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bottrace.Tracer;
import dev.bottrace.hosted.target.StateTarget;
import dev.bottrace.trace.Termination.Kind;
import dev.bottrace.trace.Trace;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a program changes in its JVM, it changes for itself alone. */
@Timeout(120)
class HostStateTest {
  private HostState before;

  @BeforeEach
  void look() {
    System.setProperty("hosted.of.host", "the host's");
    before = HostState.now();
  }

  @AfterEach
  void nothing_has_changed() {
    assertThat(HostState.now()).isEqualTo(before);
    System.clearProperty("hosted.of.host");
  }

  private static Trace run(String... arguments) throws Exception {
    return Tracer.run(StateTarget.class, arguments).captureOutput().execute();
  }

  private static List<String> lines(String... arguments) throws Exception {
    return run(arguments).stdout().lines().toList();
  }

  @Test
  void streams_are_its_own() throws Exception {
    assertThat(lines("streams")).containsExactly("err is out", "kept in");
  }

  @Test
  void closing_a_stream_closes_it_for_the_program() throws Exception {
    assertThat(lines("close")).containsExactly("before");
    PrintStream out = System.out;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    try {
      Tracer.run(StateTarget.class, "close").execute();
      System.out.println("after");
    } finally {
      System.setOut(out);
    }
    assertThat(bytes.toString(StandardCharsets.UTF_8).lines()).containsExactly("before", "after");
  }

  @Test
  void properties_are_its_own() throws Exception {
    assertThat(lines("properties")).containsExactly("[mine, none, 42, 42, false, mine, false]");
    assertThat(run("all-properties").exitCode()).isZero();
  }

  @Test
  void a_property_of_one_program_is_not_seen_by_another_at_the_same_time() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(4);
    try {
      List<Future<Trace>> runs = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        String value = "value-" + i;
        runs.add(pool.submit(() -> run("property", value, "200000")));
      }
      for (Future<Trace> run : runs) {
        assertThat(run.get().exitCode()).isZero();
      }
    } finally {
      pool.shutdownNow();
    }
    assertThat(System.getProperty("hosted.shared")).isNull();
  }

  @Test
  void locales_and_time_zone_are_put_back() throws Exception {
    assertThat(lines("locale")).containsExactly("de_DE fr_FR 1,5");
    assertThat(lines("zone")).containsExactly("Asia/Tokyo Asia/Tokyo");
  }

  @Test
  void a_handler_of_uncaught_exceptions_hears_of_its_own_ones() throws Exception {
    Trace trace = run("handler");
    assertThat(trace.stdout().lines()).containsExactly("worker threw one", "main threw two");
    assertThat(trace.stderr()).isEmpty();
    assertThat(trace.exitCode()).isEqualTo(1);
  }

  @Test
  void shutdown_hooks_run_at_its_end() throws Exception {
    assertThat(lines("hooks")).containsExactly("true", "hook");
  }

  @Test
  void other_threads_go_on_while_hooks_run() throws Exception {
    Trace trace = run("hooks-and-exit");
    assertThat(trace.stdout().lines()).containsExactly("worker", "hook");
    assertThat(trace.exitCode()).isEqualTo(4);
  }

  @Test
  void a_hook_has_its_time() throws Exception {
    Trace trace = run("hook-without-end");
    assertThat(trace.notices()).containsExactly("shutdown hook endless was ended after 10 s");
    assertThat(trace.unendedThreads()).isEmpty();
    assertThat(trace.termination().kind()).isEqualTo(Kind.RETURNED);
  }

  @Test
  void halt_runs_no_hook() throws Exception {
    Trace trace = run("halt-with-hook");
    assertThat(trace.stdout()).isEmpty();
    assertThat(trace.exitCode()).isEqualTo(9);
  }

  @Test
  void files_that_are_to_be_deleted_on_exit_are_deleted_at_its_end(@TempDir Path temp)
      throws Exception {
    Path file = Files.writeString(temp.resolve("file"), "");
    assertThat(run("delete", file.toString()).exitCode()).isZero();
    assertThat(file).doesNotExist();
  }

  @Test
  void what_the_jvm_takes_once_is_refused() throws Exception {
    assertThat(lines("network")).containsExactly("factory already defined");
    assertThatThrownBy(() -> new URL("hosted:nothing")).hasMessageContaining("unknown protocol");
  }

  @Test
  void registered_providers_and_drivers_are_taken_back() throws Exception {
    assertThat(run("security").exitCode()).isZero();
    long drivers = DriverManager.drivers().count();
    assertThat(run("driver").exitCode()).isZero();
    assertThat(DriverManager.drivers().count()).isEqualTo(drivers);
  }

  @Test
  void threads_of_everybody_are_captured_and_get_their_context_loader_back() throws Exception {
    assertThat(lines("common-pool")).containsExactly("in the common pool");
    assertThat(Thread.getAllStackTraces().keySet())
        .extracting(Thread::getContextClassLoader)
        .filteredOn(loader -> loader != null)
        .extracting(loader -> loader.getClass().getSimpleName())
        .doesNotContain("TracingClassLoader");
  }

  @ParameterizedTest
  @CsvSource({"reflective-exit, 5", "reflective-halt, 6", "handle-exit, 7", "reference-exit, 8"})
  void an_exit_by_reflection_ends_the_program_alone(String way, int exitCode) throws Exception {
    Trace trace = run(way);
    assertThat(trace.termination().kind()).isEqualTo(Kind.EXITED);
    assertThat(trace.exitCode()).isEqualTo(exitCode);
  }

  @Test
  void its_loader_is_the_system_class_loader() throws Exception {
    assertThat(lines("loader")).containsExactly("true true true");
  }

  @ParameterizedTest
  @CsvSource({"throw", "throw-in-thread", "print-stack-trace"})
  void what_it_prints_of_exceptions_is_what_java_prints(String way) throws Exception {
    Process java =
        new ProcessBuilder(
                System.getProperty("java.home") + "/bin/java",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                StateTarget.class.getName(),
                way)
            .start();
    String expected;
    try (InputStream err = java.getErrorStream()) {
      expected = new String(err.readAllBytes(), StandardCharsets.UTF_8);
    }
    Trace trace = run(way);
    assertThat(trace.stderr()).isEqualTo(expected);
    assertThat(trace.exitCode()).isEqualTo(java.waitFor());
  }

  @Test
  void output_is_kept_up_to_its_bound_in_whole_characters() throws Exception {
    Trace trace = run("flood");
    assertThat(trace.stdout()).hasSizeBetween(7_600_000, 8 << 20).doesNotContain("\uFFFD");
    assertThat(trace.notices())
        .containsExactly("stdout is cut: 8388608 of 12000000 bytes are kept");
  }

  @Test
  void output_that_was_not_captured_is_asked_for_in_vain() throws Exception {
    Trace trace = Tracer.run(StateTarget.class, "security").execute();
    assertThatThrownBy(trace::stdout)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("captureOutput()");
  }
}
