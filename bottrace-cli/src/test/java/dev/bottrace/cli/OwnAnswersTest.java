package dev.bottrace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bottrace.cli.BottraceProcess.Run;
import java.nio.file.Path;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What bottrace says of itself is data too: whoever asked is told if it did not arrive. */
@DisabledOnOs(OS.WINDOWS)
@Timeout(120)
class OwnAnswersTest {
  private final BottraceProcess processes;

  OwnAnswersTest(@TempDir Path directory) {
    processes = new BottraceProcess(directory);
  }

  @ParameterizedTest
  @ValueSource(strings = {"schema trace", "--version", "run --help", "run --version"})
  void an_answer_that_can_not_be_written_is_a_failure(String line) throws Exception {
    assertThat(processes.shell("$BOTTRACE " + line + " >/dev/full"))
        .isEqualTo(
            new Run(
                125,
                "",
                "bottrace: error: cannot write to standard output: No space left on device\n"));
  }
}
