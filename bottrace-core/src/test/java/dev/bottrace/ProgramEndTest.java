package dev.bottrace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bottrace.option.ProgramNotRunnableException;
import dev.bottrace.trace.Termination;
import dev.bottrace.trace.Trace;
import dev.bottrace.trace.target.EndTarget;
import dev.bottrace.trace.target.OddExceptionTarget;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.jar.Attributes.Name;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a program ends in a JVM that goes on. */
@Timeout(60)
class ProgramEndTest {
  private static TraceRequest end(String way) {
    return Tracer.run(EndTarget.class, way).calls();
  }

  @ParameterizedTest
  @CsvSource({"exit, 7", "halt, 8", "runtime-exit, 9", "exit-in-thread, 10", "halt-in-thread, 11"})
  void an_exit_ends_the_program_alone(String way, int exitCode) throws Exception {
    Trace trace = end(way).execute();
    assertThat(trace.exitCode()).isEqualTo(exitCode);
    assertThat(trace.termination().kind()).isEqualTo(Termination.Kind.EXITED);
    assertThat(trace.uncaught()).isEmpty();
    assertThat(trace.calls("EndTarget.step")).hasSize(1);
  }

  @Test
  void a_program_that_returns_ends_with_0() throws Exception {
    Trace trace = end("return").execute();
    assertThat(trace.exitCode()).isZero();
    assertThat(trace.termination().kind()).isEqualTo(Termination.Kind.RETURNED);
  }

  @Test
  void an_exception_that_leaves_main_ends_with_1() throws Exception {
    Trace trace = end("throw").execute();
    assertThat(trace.exitCode()).isEqualTo(1);
    assertThat(trace.termination().kind()).isEqualTo(Termination.Kind.UNCAUGHT);
    assertThat(trace.uncaught().orElseThrow())
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("as asked");
    assertThat(trace.calls("EndTarget.main").get(0).thrown())
        .contains("java.lang.IllegalStateException");
  }

  @ParameterizedTest
  @ValueSource(strings = {"no-frames", "failing-frames", "failing-cause"})
  void an_exception_with_methods_of_its_own_ends_with_1(String way) throws Exception {
    Trace trace = Tracer.run(OddExceptionTarget.class, way).captureOutput().execute();
    assertThat(trace.exitCode()).isEqualTo(1);
    assertThat(trace.termination().kind()).isEqualTo(Termination.Kind.UNCAUGHT);
    assertThat(trace.stderr()).startsWith("Exception in thread \"main\" ").contains(": odd");
  }

  @Test
  void an_exception_that_leaves_another_thread_does_not_matter() throws Exception {
    Trace trace = end("throw-in-thread").execute();
    assertThat(trace.exitCode()).isZero();
    assertThat(trace.uncaught()).isEmpty();
  }

  @Test
  void a_program_ends_with_its_last_thread() throws Exception {
    assertThat(end("thread").execute().calls("EndTarget.step")).hasSize(2);
  }

  @Test
  void a_daemon_keeps_no_program_alive() throws Exception {
    assertThat(end("daemon").maxEvents(1000).execute().exitCode()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"loop", "block", "ignore"})
  void a_program_whose_time_is_over_is_given_up(String way) throws Exception {
    Trace trace = end(way).maxEvents(1000).timeout(Duration.ofMillis(300)).execute();
    assertThat(trace.termination().kind()).isEqualTo(Termination.Kind.TIMED_OUT);
    assertThat(trace.exitCode()).isEqualTo(124);
  }

  @Test
  void a_timeout_says_where_the_program_was(@TempDir Path temp) throws Exception {
    Path source =
        Files.writeString(
            temp.resolve("Waits.java"),
            "public class Waits { public static void main(String[] a) throws Exception {"
                + " Thread.sleep(5000); } }");
    Trace trace = Tracer.run(source).timeout(Duration.ofMillis(300)).execute();
    assertThat(trace.termination().stacks()).contains("Waits.main() Waits.java:1");
  }

  @Test
  void a_call_that_never_returned_has_not_ended() throws Exception {
    Trace trace = end("ignore").timeout(Duration.ofMillis(300)).execute();
    var ignore = trace.calls("EndTarget.ignoreInterrupts").get(0);
    assertThat(ignore.ended()).isFalse();
    assertThat(ignore.thrown()).isEmpty();
  }

  @Test
  void a_class_that_is_not_there_is_named() {
    assertThatThrownBy(() -> Tracer.run("com.acme.Nowhere").calls().execute())
        .isInstanceOfSatisfying(
            ProgramNotRunnableException.class, e -> assertThat(e.found()).isFalse())
        .message()
        .contains("com.acme.Nowhere")
        .hasLineCount(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nowhere/app.jar", "nowhere/App.java"})
  void a_file_that_is_not_there_is_named(String program) {
    assertThatThrownBy(() -> Tracer.run(program).execute())
        .isInstanceOfSatisfying(
            ProgramNotRunnableException.class, e -> assertThat(e.found()).isFalse())
        .message()
        .contains(program)
        .hasLineCount(1);
  }

  @Test
  void a_class_without_main_is_named() {
    assertThatThrownBy(() -> Tracer.run(ProgramEndTest.class).execute())
        .isInstanceOfSatisfying(
            ProgramNotRunnableException.class, e -> assertThat(e.found()).isTrue())
        .message()
        .contains(ProgramEndTest.class.getName())
        .hasLineCount(1);
  }

  @Test
  void runs_a_source_file(@TempDir Path temp) throws Exception {
    Path source = temp.resolve("Hello.java");
    Files.writeString(
        source,
        "public class Hello { public static void main(String[] a) { Other.greet(a[0]); } }\n"
            + "class Other { static void greet(String s) { if (!s.equals(\"you\")) throw new"
            + " IllegalStateException(); } }\n");
    for (TraceRequest request :
        new TraceRequest[] {Tracer.run(source, "you"), Tracer.run(source.toString(), "you")}) {
      Trace trace = request.calls().execute();
      assertThat(trace.exitCode()).isZero();
      assertThat(trace.callers("Other.greet"))
          .extracting(Object::toString)
          .containsExactly("Hello.main Hello.java:1");
    }
  }

  @Test
  void a_source_that_does_not_compile_is_reported_as_javac_does(@TempDir Path temp)
      throws IOException {
    Path source = Files.writeString(temp.resolve("Bad.java"), "class Bad { int i = x; }");
    assertThatThrownBy(() -> Tracer.run(source).execute())
        .isInstanceOfSatisfying(
            ProgramNotRunnableException.class, e -> assertThat(e.found()).isTrue())
        .hasMessageContaining("Bad.java:1: error: cannot find symbol");
  }

  @Test
  void runs_a_jar(@TempDir Path temp) throws Exception {
    Path jar = jar(temp.resolve("app.jar"), EndTarget.class);
    Trace trace = Tracer.run(jar, "exit").calls().execute();
    assertThat(trace.exitCode()).isEqualTo(7);
    assertThat(trace.calls("EndTarget.step")).hasSize(1);
  }

  private static Path jar(Path path, Class<?> mainClass) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Name.MAIN_CLASS, mainClass.getName());
    String entry = mainClass.getName().replace('.', '/') + ".class";
    try (OutputStream file = Files.newOutputStream(path);
        JarOutputStream jar = new JarOutputStream(file, manifest);
        var classFile = mainClass.getClassLoader().getResourceAsStream(entry)) {
      jar.putNextEntry(new ZipEntry(entry));
      classFile.transferTo(jar);
      jar.closeEntry();
    }
    return path;
  }
}
