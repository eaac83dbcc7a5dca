package dev.bottrace.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The README shows what is really printed: a command stands behind {@code $}, its output below it.
 */
@DisabledOnOs(OS.WINDOWS)
class ReadmeTest {
  record Example(String command, String output) {
    @Override
    public String toString() {
      return command;
    }
  }

  static List<Example> examples() throws IOException {
    List<Example> examples = new ArrayList<>();
    boolean inside = false;
    for (String line : Files.readAllLines(Shell.ROOT.resolve("README.md"))) {
      if (line.startsWith("```")) {
        inside = line.equals("```console");
      } else if (inside && line.startsWith("$ ")) {
        examples.add(new Example(line.substring(2), ""));
      } else if (inside) {
        Example last = examples.remove(examples.size() - 1);
        examples.add(new Example(last.command(), last.output() + line + "\n"));
      }
    }
    return examples;
  }

  @ParameterizedTest
  @MethodSource("examples")
  void an_example_prints_what_the_readme_shows(Example example)
      throws IOException, InterruptedException {
    String asOnTerminal = "{ " + example.command() + "; } 2>&1";

    assertThat(Shell.run(asOnTerminal).all()).isEqualTo(example.output());
  }

  /** Blocks of code whose first line names the file that they are from. */
  static List<Example> quotations() throws IOException {
    String readme = Files.readString(Shell.ROOT.resolve("README.md"));
    return Pattern.compile("```java\n// (examples/\\S+)\n(.*?)```", Pattern.DOTALL)
        .matcher(readme)
        .results()
        .map(block -> new Example(block.group(1), block.group(2)))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("quotations")
  void code_in_the_readme_stands_in_the_file_that_it_names(Example quotation) throws IOException {
    assertThat(Files.readString(Shell.ROOT.resolve(quotation.command())))
        .contains(quotation.output());
  }

  @Test
  void has_an_example_for_each_use() throws IOException {
    assertThat(examples()).hasSizeGreaterThan(7);
  }
}
