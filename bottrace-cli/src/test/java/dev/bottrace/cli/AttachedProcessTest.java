package dev.bottrace.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.bottrace.option.ProcessHost;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Which processes are attached to, and what stands between. */
@DisabledOnOs(OS.WINDOWS)
class AttachedProcessTest {
  @Test
  void a_process_of_another_user_is_refused() {
    Optional<String> ann = Optional.of("ann");
    assertThat(TargetJvm.foreign(Optional.of("root"), ann))
        .isEqualTo("belongs to root; attach to your own processes only");
    assertThat(TargetJvm.foreign(ann, Optional.of("root"))).isNotNull();
    assertThat(TargetJvm.foreign(ann, ann)).isNull();
    assertThat(TargetJvm.foreign(Optional.empty(), ann)).as("left to the JVM").isNull();
  }

  @Test
  void this_process_is_refused() {
    long own = ProcessHandle.current().pid();
    assertThatExceptionOfType(UsageException.class)
        .isThrownBy(() -> TargetJvm.of(own, Path.of("bottrace.jar")))
        .withMessage("process " + own + " is this bottrace");
  }

  @Test
  void an_old_jvm_is_refused() {
    assertThat(TargetJvm.outdated("1.8")).isEqualTo("runs Java 1.8; bottrace needs 17 or newer");
    assertThat(TargetJvm.outdated("16")).isNotNull();
    assertThat(TargetJvm.outdated("17")).isNull();
    assertThat(TargetJvm.outdated("26-odd")).isNull();
  }

  @Test
  void files_are_looked_for_where_the_process_would(@TempDir Path directory) throws Exception {
    SignalledProcess own = new SignalledProcess(ProcessHandle.current().pid());
    assertThat(own.sees(directory)).isTrue();
    Files.delete(directory);
    assertThat(own.sees(directory)).isEqualTo(OS.MAC.isCurrentOs());
  }

  @Test
  void waiting_ends_where_a_time_is_set() {
    List<String> said = new ArrayList<>();
    List<Integer> ends = new ArrayList<>();
    ProcessHost host =
        new ProcessHost() {
          @Override
          public void notice(String line) {
            said.add(line);
          }

          @Override
          public void halt(int exitCode) {
            ends.add(-exitCode);
          }
        };
    AttachWait wait = new AttachWait(7, host, ends::add);
    wait.watch(Duration.ZERO, null);
    assertThat(ends).isEmpty();
    wait.watch(Duration.ZERO, Duration.ofMillis(1));
    assertThat(ends).containsExactly(125);
    assertThat(said).hasSize(2).allMatch(line -> line.startsWith("bottrace: process 7 does not"));
    wait.end();
    wait.watch(Duration.ZERO, Duration.ZERO);
    assertThat(said).hasSize(2);
  }

  @Test
  void nobody_else_can_connect() throws Exception {
    Path directory = AttachConnection.directory();
    try {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory)))
          .isEqualTo("rwx------");
    } finally {
      Files.delete(directory);
    }
  }

  @Test
  void a_long_text_has_room_in_a_message() {
    assertThat(AttachMessage.fitting("x".repeat(100_000)).length()).isLessThan(65_535 / 3);
    assertThat(AttachMessage.fitting("x")).isEqualTo("x");
  }
}
