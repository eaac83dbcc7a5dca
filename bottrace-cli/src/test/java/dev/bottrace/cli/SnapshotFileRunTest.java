package dev.bottrace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bottrace.cli.BottraceProcess.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The file of {@code --json-out}, from the command line. */
@DisabledOnOs(OS.WINDOWS)
@Timeout(120)
class SnapshotFileRunTest {
  private static final String EMPTY =
      "{\"version\":1,\"snapshots\":[\n],\"exception\":null,\n\"receipts\":[]}\n";

  private final Path directory;
  private final BottraceProcess processes;

  SnapshotFileRunTest(@TempDir Path directory) throws IOException {
    this.directory = directory;
    processes = new BottraceProcess(directory);
    processes.file(
        "App.java",
        """
        public class App {
          public static void main(String[] a) {
            System.out.println("program");
            if (a.length > 0) Runtime.getRuntime().halt(7);
          }
        }
        """);
  }

  @Test
  void is_there_and_valid_whatever_was_asked_for() throws Exception {
    Run nothing = processes.bottrace("run", "App.java", "--json-out", "a.json", "--print-result");
    assertThat(nothing.stdout())
        .isEqualTo("{\"result_file\": \"a.json\", \"snapshots\": 0}\nprogram\n");
    assertThat(nothing.stderr()).contains("--json-out holds no snapshot without --breakpoint");
    assertThat(directory.resolve("a.json")).hasContent(EMPTY);

    Run halted =
        processes.bottrace(
            "run", "--calls", "--json-out=./b.json", "--print-result", "App.java", "halt");
    assertThat(halted.exit()).isEqualTo(7);
    assertThat(halted.stdout())
        .endsWith("RETURN App.main !exit\n{\"result_file\": \"./b.json\", \"snapshots\": 0}\n");
    assertThat(directory.resolve("b.json")).hasContent(EMPTY);
  }

  @Test
  void says_in_one_line_before_the_program_starts_that_it_can_not_be_written() throws Exception {
    Run missing = processes.bottrace("run", "App.java", "--json-out", "no/such/x.json");
    assertThat(missing.stderr())
        .matches(
            "bottrace: error: cannot write no/such/x.json: there is no directory .*/no/such\n");
    assertThat(missing.exit()).isEqualTo(125);
    assertThat(missing.stdout()).isEmpty();
    assertThat(processes.bottrace("run", "App.java", "--json-out", "."))
        .isEqualTo(new Run(125, "", "bottrace: error: cannot write .: it is a directory\n"));
    assertThat(processes.bottrace("run", "App.java", "--json-out", "/proc/none"))
        .isEqualTo(
            new Run(125, "", "bottrace: error: cannot write /proc/none: there is no such file\n"));
  }

  @Test
  void stays_what_it_was_when_the_program_can_not_be_run() throws Exception {
    Files.writeString(directory.resolve("old.json"), "old");
    assertThat(processes.bottrace("run", "None.java", "--json-out", "old.json").exit())
        .isEqualTo(127);
    assertThat(directory.resolve("old.json")).hasContent("old");
    try (var files = Files.list(directory)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("App.java", "old.json");
    }
  }

  @Test
  void has_no_part_in_why_a_class_can_not_be_run() throws Exception {
    processes.compile("Idle", "public class Idle {}");

    Run missing =
        processes.bottrace(
            "run",
            "-cp",
            ".",
            "No",
            "--breakpoint",
            "B.f",
            "--call-counts",
            "--json-out",
            "z.json");
    assertThat(missing)
        .isEqualTo(new Run(127, "", "bottrace: error: there is no class No on the class path .\n"));
    assertThat(
            processes
                .bottrace("run", "-cp", ".", "Idle", "--breakpoint", "B.f", "--json-out", "z.json")
                .exit())
        .isEqualTo(126);
    assertThat(directory.resolve("z.json")).doesNotExist();
  }

  @Test
  void warns_of_options_without_effect_in_a_line_each() throws Exception {
    Run run =
        processes.bottrace(
            "run", "App.java", "--calls", "--watch", "-x", "--snapshots", "3", "--locals");
    assertThat(run.exit()).isZero();
    assertThat(run.stderr())
        .isEqualTo(
            """
            bottrace: warning: --snapshots has no effect without --breakpoint
            bottrace: warning: --locals has no effect without --breakpoint or --on-exception
            bottrace: watch -x: there is no breakpoint to evaluate it at
            """);
  }
}
