package dev.bottrace.hosted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bottrace.TraceRequest;
import dev.bottrace.Tracer;
import dev.bottrace.hosted.target.OwnLoaderTarget;
import dev.bottrace.trace.Termination.Kind;
import dev.bottrace.trace.Trace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Classes that loaders of a program define are its own in a host, like all others. */
@Timeout(120)
class OwnLoadersTest {
  private static TraceRequest plugin(String way) {
    return Tracer.run(OwnLoaderTarget.class, "own", way).calls().captureOutput();
  }

  @Test
  void they_are_traced() throws Exception {
    Trace trace = plugin("runs").execute();

    assertThat(trace.stdout()).isEqualTo("false\nplug-in runs\n");
    assertThat(trace.calls("PluginTarget.run")).hasSize(1);
    assertThat(trace.notices()).isEmpty();
  }

  @Test
  void they_are_traced_where_their_loader_keeps_our_code_from_them() throws Exception {
    Trace trace = Tracer.run(OwnLoaderTarget.class, "filtered", "exit").calls().execute();

    assertThat(trace.exitCode()).isEqualTo(5);
    assertThat(trace.calls("PluginTarget.run")).hasSize(1);
    assertThat(trace.notices()).isEmpty();
  }

  @Test
  void an_exit_there_ends_the_program_alone() throws Exception {
    Trace trace = plugin("exit").execute();

    assertThat(trace.exitCode()).isEqualTo(5);
    assertThat(trace.termination().kind()).isEqualTo(Kind.EXITED);
  }

  @Test
  void a_loop_there_ends_with_the_time() throws Exception {
    Trace trace = plugin("loop").timeout(Duration.ofMillis(500)).execute();

    assertThat(trace.termination().kind()).isEqualTo(Kind.TIMED_OUT);
    assertThat(trace.unendedThreads()).isEmpty();
  }

  @Test
  void what_they_change_is_the_programs() throws Exception {
    assertThat(plugin("property").execute().exitCode()).isZero();

    assertThat(System.getProperty("plug.in")).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"url", "reflection", "handle", "reference"})
  void those_of_the_jdks_own_loaders_are_too(String way, @TempDir Path directory) throws Exception {
    compile(directory);

    Trace trace = plugin(way, directory).execute();

    assertThat(trace.exitCode()).isEqualTo(6);
    assertThat(trace.calls("Plugin.run")).hasSize(1);
    assertThat(trace.notices()).isEmpty();
  }

  private static void compile(Path directory) throws IOException {
    Path source =
        Files.writeString(
            directory.resolve("Plugin.java"),
            "public class Plugin implements Runnable { public Plugin(String way) {}\n"
                + "  public void run() { System.exit(6); } }");
    assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, "-g", source.toString()))
        .isZero();
  }

  private static TraceRequest plugin(String way, Path directory) {
    return Tracer.run(OwnLoaderTarget.class, way + ' ' + directory.toUri(), "exits")
        .calls()
        .captureOutput();
  }

  @Test
  void those_that_can_see_nothing_of_the_program_are_not_let_in(@TempDir Path directory)
      throws Exception {
    compile(directory);

    assertThatThrownBy(() -> plugin("detached", directory).execute())
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "the program was ended as it defines a class that could end this JVM: Plugin: its class"
                + " loader does not see bottrace: java.net.URLClassLoader");
  }

  @Test
  void loaders_below_the_hosts_class_path_are_not_let_be(@TempDir Path directory) {
    assertThatThrownBy(() -> plugin("below", directory).execute())
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "the program was ended as it makes a java.net.URLClassLoader by reflection, below the"
                + " host's class path");
  }

  @ParameterizedTest
  @ValueSource(strings = {"defined", "hidden"})
  void those_that_a_lookup_defines_are_too(String way) throws Exception {
    Trace trace = Tracer.run(OwnLoaderTarget.class, way, "exit").calls().captureOutput().execute();

    assertThat(trace.stdout()).isEqualTo("true\n");
    assertThat(trace.exitCode()).isEqualTo(5);
    assertThat(trace.calls("PluginTarget.run")).hasSize(1);
    assertThat(trace.notices()).isEmpty();
  }
}
