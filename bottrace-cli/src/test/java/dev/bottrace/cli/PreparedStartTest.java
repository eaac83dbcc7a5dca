package dev.bottrace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The launcher makes an archive of classes for each JDK when it is first used, and does without
 * where it can't; no run is any different for that.
 */
class PreparedStartTest extends InstallationFixture {
  PreparedStartTest(@TempDir Path temp) throws IOException {
    super(temp);
  }

  /** Runs with a log of classes, in which ours are said to come from the archive. */
  private void assertThatArchiveIsUsed() throws IOException, InterruptedException {
    assertThat(trace("-J-Xlog:class+load:file=" + file("log"))).isEqualTo(traced(PREPARED));
    assertThat(Files.readString(file("log")))
        .containsPattern("dev.bottrace.boot.cli.Bottrace source: shared objects file");
  }

  private List<Path> prepared() throws IOException {
    try (Stream<Path> files = Files.walk(jar.resolveSibling("start"))) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private Path archive() throws IOException {
    return prepared().get(1);
  }

  @Test
  void makes_an_archive_at_the_first_run_and_uses_it_from_then_on() throws Exception {
    assertThat(trace()).isEqualTo(traced(PREPARED));
    List<Path> made = prepared();
    assertThat(made)
        .extracting(Path::getFileName)
        .map(Path::toString)
        .containsExactly("boot.jar", "classes");
    Object identity = Files.getAttribute(archive(), "unix:ino");

    assertThatArchiveIsUsed();
    assertThat(prepared()).isEqualTo(made);
    assertThat(Files.getAttribute(archive(), "unix:ino")).isEqualTo(identity);
  }

  @Test
  void the_program_sees_the_system_properties_of_a_start_by_java() throws Exception {
    new BottraceProcess(file("program"))
        .compile(
            "Names",
            """
            public class Names {
              public static void main(String[] a) {
                System.getProperties().stringPropertyNames().stream()
                    .sorted()
                    .forEach(System.out::println);
              }
            }
            """);
    Run plain =
        run(builder("plain", environment.get("BOTTRACE_JAVA"), "-cp", file("program"), "Names"));

    assertThat(plain.out()).contains("java.version\n");
    assertThat(run(builder("names", launcher, "run", "-cp", file("program"), "Names")))
        .isEqualTo(plain);
  }

  @Test
  void a_prepared_start_knows_the_version() throws Exception {
    Run run = run("run", "--version");

    assertThat(prepared()).hasSize(2);
    assertThat(run).isEqualTo(new Run(0, "bottrace " + TestJars.VERSION + "\n", ""));
    assertThat(run("--version")).isEqualTo(run);
  }

  @Test
  void makes_it_anew_for_another_jar() throws Exception {
    trace();
    Files.setLastModifiedTime(jar, FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));
    Object identity = Files.getAttribute(archive(), "unix:ino");

    assertThat(trace()).isEqualTo(traced(PREPARED));
    assertThat(Files.getAttribute(archive(), "unix:ino")).isNotEqualTo(identity);
    assertThat(Files.getLastModifiedTime(prepared().get(0)))
        .isEqualTo(Files.getLastModifiedTime(jar));
    assertThatArchiveIsUsed();
  }

  @Test
  void several_first_runs_at_once_do_not_disturb_each_other() throws Exception {
    List<ProcessBuilder> builders = List.of(hello("one"), hello("two"), hello("three"));
    List<Process> processes = new ArrayList<>();
    for (ProcessBuilder builder : builders) {
      processes.add(builder.start());
    }
    for (int i = 0; i < builders.size(); i++) {
      assertThat(await(processes.get(i), builders.get(i))).isEqualTo(traced(PREPARED));
    }
    assertThat(prepared()).hasSize(2);
    assertThatArchiveIsUsed();
  }

  @Test
  void an_agent_of_the_environment_does_not_keep_it_from_being_made() throws Exception {
    environment.put("JAVA_TOOL_OPTIONS", "-javaagent:" + jar + "=calls,out=agent.txt");
    trace();
    environment.remove("JAVA_TOOL_OPTIONS");

    assertThatArchiveIsUsed();
  }

  @Test
  void starts_plainly_where_nothing_can_be_written() throws Exception {
    Files.createFile(jar.resolveSibling("start"));

    assertThat(trace()).isEqualTo(traced(PLAIN));
  }

  @Test
  void starts_plainly_where_no_archive_could_be_made_and_does_not_try_again() throws Exception {
    trace();
    replaceArchive(new byte[0]);

    assertThat(trace()).isEqualTo(traced(PLAIN));
    assertThat(archive()).isEmptyFile();
  }

  private void replaceArchive(byte[] bytes) throws IOException {
    Path archive = archive();
    FileTime time = Files.getLastModifiedTime(archive);
    Files.delete(archive);
    Files.write(archive, bytes);
    Files.setLastModifiedTime(archive, time);
  }

  @Test
  void an_unusable_archive_is_passed_over_in_silence() throws Exception {
    trace();
    byte[] bytes = Files.readAllBytes(archive());

    replaceArchive("not an archive".repeat(1000).getBytes(StandardCharsets.US_ASCII));
    assertThat(trace()).isEqualTo(traced(PREPARED));
    replaceArchive(Arrays.copyOf(bytes, bytes.length / 2));
    assertThat(trace()).isEqualTo(traced(PREPARED));
    byte[] ofOtherJvm = bytes.clone();
    Arrays.fill(ofOtherJvm, 0, 1024, (byte) 1);
    replaceArchive(ofOtherJvm);
    assertThat(trace()).isEqualTo(traced(PREPARED));
  }
}
