package dev.bottrace.assertj;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The message of each failure is in a file. {@code -Dbottrace.golden.write=true} takes what is said
 * for right, and writes it down.
 */
class FailureMessageTest {
  private static final Path FILES = Path.of("src/test/java/dev/bottrace/assertj/messages");
  private static final Path ACTUAL = Path.of("target/messages");
  private static final Map<String, ThrowingCallable> FAILING = FailureMessages.all();

  static Set<String> names() {
    return FAILING.keySet();
  }

  @ParameterizedTest
  @MethodSource("names")
  void a_failed_assertion_says_what_its_file_has(String name) throws IOException {
    Throwable failure = catchThrowable(FAILING.get(name));
    assertThat(failure).as("what was thrown").isNotNull();
    String actual = text(failure);
    Path golden = FILES.resolve(name + ".txt");
    if (Boolean.getBoolean("bottrace.golden.write")) {
      Files.writeString(golden, actual);
    }
    if (!Files.exists(golden) || !Files.readString(golden).equals(actual)) {
      Files.createDirectories(ACTUAL);
      Files.writeString(ACTUAL.resolve(name + ".txt"), actual);
    }
    assertThat(golden)
        .describedAs("%s, differs from %s", golden, ACTUAL.resolve(name + ".txt"))
        .hasContent(actual);
  }

  /** What is no failure of an assertion is named, as it is what a user has to mend. */
  private static String text(Throwable failure) {
    boolean failed = failure instanceof AssertionError;
    return (failed ? failure.getMessage() : failure.toString()) + '\n';
  }

  @Test
  void every_file_has_a_failure() throws IOException {
    try (Stream<Path> files = Files.list(FILES)) {
      assertThat(names())
          .containsAll(
              files
                  .map(file -> file.getFileName().toString().replaceFirst("\\.txt$", ""))
                  .collect(Collectors.toSet()));
    }
  }
}
