package dev.bottrace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Options for the JVM and the archive of classes, which is made once for all of them. */
@TestInstance(Lifecycle.PER_CLASS)
class PreparedOptionsTest extends InstallationFixture {
  PreparedOptionsTest(@TempDir Path temp) throws IOException {
    super(temp);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-J-Xshare:off",
        "-J-Xshare:auto",
        "-J-XX:SharedArchiveFile=none.jsa",
        "-J-XX:-UseSharedSpaces",
        "-J-Xbootclasspath/a:none.jar",
        "-J-Xverify:all",
        "-J--add-modules=java.sql"
      })
  void options_that_archives_depend_on_go_to_a_plain_start(String option) throws Exception {
    assertThat(trace(option)).isEqualTo(traced(PLAIN));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-J-XX:+UseSerialGC",
        "-J-XX:+UseParallelGC",
        "-J-XX:-UseCompressedOops",
        "-J-Xint",
        "-J-Xmx64m",
        "-J--add-opens=java.base/java.lang=ALL-UNNAMED",
        "-J-Xcheck:jni",
        "-J-ea",
        "-Da=b"
      })
  void all_other_options_for_the_jvm_go_with_the_archive(String option) throws Exception {
    assertThat(trace(option)).isEqualTo(traced(PREPARED));
  }
}
