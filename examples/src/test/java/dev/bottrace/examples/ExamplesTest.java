package dev.bottrace.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bottrace.examples.Shell.Output;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each example prints what stands in {@code expected/}, traced and by {@code java} alone. */
@DisabledOnOs(OS.WINDOWS)
class ExamplesTest {
  private static final Path EXAMPLES = Shell.ROOT.resolve("examples");
  private static final Map<String, Integer> EXIT_CODES = Map.of("Crash", 1, "Slow", 124);

  private static String options(String name) {
    return switch (name) {
      case "ManyCalls" -> "--call-counts";
      case "Orders" -> "--calls --args --returns";
      case "Slow" -> "--calls --timeout 3";
      default -> "--calls";
    };
  }

  private static String expected(String name) throws IOException {
    String form = name.equals("ManyCalls") ? "counts" : "calls";
    return Files.readString(EXAMPLES.resolve("expected").resolve(name + "." + form + ".txt"));
  }

  private static Output traced(String name) throws IOException, InterruptedException {
    return Shell.run("bottrace run examples/" + name + ".java " + options(name));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Hello", "Calls", "Crash", "Orders", "Slow", "ManyCalls", "Threads", "Ticker"})
  void prints_the_expected_trace(String name) throws IOException, InterruptedException {
    Output output = traced(name);

    assertThat(output.stdout()).isEqualTo(expected(name));
    assertThat(output.exitCode()).isEqualTo(EXIT_CODES.getOrDefault(name, 0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Hello", "Calls", "Crash", "ManyCalls", "Orders", "Threads", "Ticker"})
  void is_the_same_program_under_java(String name) throws IOException, InterruptedException {
    Output plain =
        Shell.run(
            "java -cp \"$(d=$(mktemp -d); javac -g -d $d examples/"
                + name
                + ".java; echo $d)\" "
                + name);
    Output traced = traced(name);

    assertThat(
            traced
                .stdout()
                .replaceAll("(?m)^(CALL|RETURN) .*\n|^Call Counts.*\n|^ +\\d+ calls to .*\n", ""))
        .isEqualTo(plain.stdout());
    assertThat(traced.stderr()).isEqualTo(plain.stderr());
    assertThat(traced.exitCode()).isEqualTo(plain.exitCode());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Hello", "Calls", "Crash", "ManyCalls", "Orders"})
  void two_runs_are_alike_to_the_byte(String name) throws IOException, InterruptedException {
    assertThat(traced(name)).isEqualTo(traced(name));
  }

  @Test
  void no_expectation_is_an_orphan() throws IOException {
    try (Stream<Path> expected = Files.list(EXAMPLES.resolve("expected"));
        Stream<Path> sources = Files.list(EXAMPLES)) {
      List<String> examples =
          sources
              .map(file -> file.getFileName().toString())
              .filter(file -> file.endsWith(".java"))
              .toList();
      TreeSet<String> names = new TreeSet<>();
      expected.forEach(
          file -> names.add(file.getFileName().toString().replaceAll("\\..*", ".java")));
      assertThat(names).containsExactlyInAnyOrderElementsOf(examples);
    }
  }
}
