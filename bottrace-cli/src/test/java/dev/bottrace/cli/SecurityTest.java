package dev.bottrace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code docs/security.md} claims of processes and files. */
class SecurityTest extends InstallationFixture {
  SecurityTest(@TempDir Path temp) throws IOException {
    super(temp);
  }

  private Run shell(String line) throws IOException, InterruptedException {
    environment.put("BOTTRACE", launcher.toString());
    List<Object> command = new ArrayList<>(List.of("sh", "-c", line));
    return run(builder("shell", command.toArray()).directory(temp.toFile()));
  }

  @ParameterizedTest
  @CsvSource({"077, rw-------", "022, rw-r--r--"})
  void files_are_made_with_the_users_umask(String umask, String permissions) throws Exception {
    shell(
        "umask "
            + umask
            + "; \"$BOTTRACE\" run -J-Xshare:auto --calls --breakpoint Hello.main --out trace.txt"
            + " --json-out snapshots.json -cp program Hello");

    for (String name : List.of("trace.txt", "snapshots.json")) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file(name))))
          .as(name)
          .isEqualTo(permissions);
    }
  }

  @Test
  void the_list_of_traced_jvms_is_the_users_alone() throws Exception {
    Run run =
        shell(
            "umask 022; \"$BOTTRACE\" exec --calls -- sh -c"
                + " 'f=${JAVA_TOOL_OPTIONS##*report=}; ls -l \"${f%?}\"'");

    assertThat(run.out()).startsWith("-rw-------").matches("(?s).*bottrace\\d{10,}\\.tsv\n");
  }

  @Test
  void a_program_that_calls_probes_spoils_its_trace_and_no_more() throws Exception {
    new BottraceProcess(file("program"))
        .compile(
            "Hostile",
            """
            public class Hostile {
              public static void main(String[] a) throws Exception {
                Class<?> probes = Class.forName("dev.bottrace.runtime.Probes");
                for (int id : new int[] {Integer.MAX_VALUE, 1 << 20, -1}) {
                  Object sink = probes.getMethod("enter", int.class).invoke(null, id);
                  step();
                }
                System.out.println("done");
                System.exit(3);
              }
              static void step() {}
            }
            """);

    Run run = shell("\"$BOTTRACE\" run -J-Xshare:auto --calls --out trace.txt -cp program Hostile");

    assertThat(run.out()).isEqualTo("done\n");
    assertThat(run.exitCode()).as("of a trace that is not whole").isEqualTo(125);
    assertThat(run.err()).startsWith("bottrace: ").doesNotContain("Exception in thread");
    assertThat(Files.readString(file("trace.txt"))).startsWith("CALL Hostile.main");
  }
}
