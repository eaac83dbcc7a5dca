package dev.bottrace;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bottrace.host.target.LoadersWithoutAgent;
import dev.bottrace.host.target.LongRecording;
import dev.bottrace.host.target.OneRecording;
import dev.bottrace.host.target.TasksWithoutAgent;
import dev.bottrace.internal.attach.HostAgent;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** How a JVM comes to have what recordings need, each in a JVM of its own. */
@Timeout(300)
class AgentTest {
  @TempDir Path directory;

  private record Output(int exitCode, String text) {}

  private Output java(boolean attaching, List<String> options, String... program)
      throws IOException, InterruptedException {
    String classPath =
        String.join(
            java.io.File.pathSeparator,
            Arrays.stream(System.getProperty("java.class.path").split(java.io.File.pathSeparator))
                .filter(element -> attaching || !element.contains("byte-buddy-agent"))
                .toList());
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-cp", classPath));
    command.addAll(List.of(program));
    Path output = directory.resolve("output");
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    return new Output(process.waitFor(), Files.readString(output, UTF_8));
  }

  /** The agent's jar needs nothing but its manifest, as its class is on the class path. */
  private Path agent() throws IOException {
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.putValue("Premain-Class", HostAgent.class.getName());
    attributes.putValue("Can-Retransform-Classes", "true");
    Path jar = directory.resolve("agent.jar");
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file, manifest)) {
      out.finish();
    }
    return jar;
  }

  @Test
  void an_agent_of_the_command_line_is_used() throws Exception {
    Output output = java(false, List.of("-javaagent:" + agent()), OneRecording.class.getName());
    assertThat(output)
        .isEqualTo(
            new Output(
                0,
                "[item, place, check, save]\n"
                    + "item [not recorded: dev.bottrace.host.target.OneRecording: its code runs right"
                    + " now, and exceptions would lose their lines]\n"));
  }

  @Test
  void an_agent_of_a_host_takes_no_options() throws Exception {
    Output output =
        java(false, List.of("-javaagent:" + agent() + "=calls"), OneRecording.class.getName());
    assertThat(output)
        .isEqualTo(
            new Output(
                125,
                "bottrace: error: bottrace-core.jar takes no options as an agent; bottrace.jar, that of"
                    + " the command line, does\n"));
  }

  @Test
  void without_an_agent_the_message_says_what_to_add() throws Exception {
    Output output = java(false, List.of(), OneRecording.class.getName());
    assertThat(output.exitCode()).isEqualTo(1);
    assertThat(output.text())
        .startsWith(
            "Exception in thread \"main\" java.lang.IllegalStateException: recording loaded classes needs an agent in this JVM,"
                + " and there is none: add -javaagent:bottrace-core.jar to the JVM's options (Maven:"
                + " to <argLine> of maven-surefire-plugin; Gradle: to jvmArgs of the test task), or"
                + " add net.bytebuddy:byte-buddy-agent to the class path");
  }

  @Test
  void where_attaching_is_not_allowed_the_message_names_the_flag() throws Exception {
    Output output =
        java(true, List.of("-XX:+DisableAttachMechanism"), OneRecording.class.getName());
    assertThat(output.exitCode()).isEqualTo(1);
    assertThat(output.text())
        .startsWith("Exception in thread \"main\" java.lang.IllegalStateException: recording")
        .contains("could not attach to itself")
        .contains("-XX:+EnableDynamicAgentLoading")
        .contains("-javaagent:bottrace-core.jar");
  }

  @Test
  void without_an_agent_programs_that_make_loaders_are_ended_and_the_message_says_what_to_add()
      throws Exception {
    String jars = " " + directory.toUri();
    List<String> ways =
        List.of("own", "defined", "url" + jars, "reflection" + jars, "handle" + jars);

    Output output =
        java(
            false,
            List.of(),
            Stream.concat(Stream.of(LoadersWithoutAgent.class.getName()), ways.stream())
                .toArray(String[]::new));

    assertThat(output.exitCode()).isZero();
    assertThat(output.text().lines().toList())
        .hasSize(ways.size() + 1)
        .endsWith("the host goes on")
        .filteredOn(
            line ->
                line.startsWith(
                    "the program was ended as it makes a class loader, whose classes could end this"
                        + " JVM: tracing them needs an agent in this JVM, and there is none: add"
                        + " -javaagent:bottrace-core.jar to the JVM's options"))
        .hasSize(ways.size());
  }

  @Test
  void without_an_agent_a_hidden_class_ends_its_program_alone() throws Exception {
    Output output = java(false, List.of(), LoadersWithoutAgent.class.getName(), "hidden");

    assertThat(output).isEqualTo(new Output(0, "exited 5\nthe host goes on\n"));
  }

  @Test
  void without_an_agent_tasks_are_not_linked_and_a_notice_says_what_to_add() throws Exception {
    Output output = java(false, List.of(), TasksWithoutAgent.class.getName());

    assertThat(output.exitCode()).isZero();
    assertThat(output.text().lines().toList())
        .hasSize(2)
        .startsWith("exit code 0, linked false")
        .last()
        .asString()
        .startsWith(
            "tasks are not linked to where they were handed over: tracing them needs an agent in"
                + " this JVM, and there is none: add -javaagent:bottrace-core.jar to the JVM's"
                + " options");
  }

  @Test
  void a_recording_goes_on_for_long_in_little_memory() throws Exception {
    Output output =
        java(
            false,
            List.of("-Xmx48m", "-javaagent:" + agent()),
            LongRecording.class.getName(),
            "60000000");
    assertThat(output.text()).isEqualTo("1000 kept, 60000000 leaves\n");
  }
}
