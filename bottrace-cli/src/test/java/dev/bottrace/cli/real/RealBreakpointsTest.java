package dev.bottrace.cli.real;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bottrace.cli.real.RealProgram.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Breakpoints and watches inside programs that nobody here wrote, compiled from Java, Kotlin and
 * Groovy: what they show is known, and the programs print what they print under java.
 */
@Tag("slow")
class RealBreakpointsTest {
  private static final String SNAPSHOT = "{\"breakpoint\":";

  @TempDir Path directory;

  /**
   * A program, options, and what stands in its snapshots.
   *
   * @param snapshots how many there are
   * @param first parts of the first one
   */
  record Expected(RealProgram program, List<String> options, int snapshots, List<String> first) {}

  static List<Arguments> programs() {
    List<Arguments> programs = new ArrayList<>();
    for (Path jdk : InstalledJdks.all()) {
      for (Expected expected : List.of(formatter(), kotlin(), groovy(), rhino())) {
        programs.add(
            Arguments.of(expected.program().name(), jdk.getFileName().toString(), expected, jdk));
      }
    }
    return programs;
  }

  private static Expected formatter() {
    return new Expected(
        RealProgramsTest.formatter(),
        List.of(
            "--breakpoint",
            "java/JavaOutput.java:96 if text.length() > 3",
            "--locals",
            "--watch",
            "text.trim() + text.length() * 2",
            "--watch",
            "this.mutableLines.add(text)"),
        5,
        List.of(
            "\"breakpoint\":\"com/google/googlejavaformat/java/JavaOutput.java:96\"",
            "\"thread\":\"pool-1-thread-1\"",
            "\"function\":\"JavaOutput.append\"",
            "\"text\":\"\\\"class\\\"\"",
            "\"function\":\"Doc$Token.write\",\"filename\":\"com/google/googlejavaformat/Doc.java\","
                + "\"lineno\":494,\"locals\":{\"this\":\"Token{",
            "\"value\":\"\\\"class10\\\"\"",
            "\"expression\":\"this.mutableLines.add(text)\",\"value\":null,\"error\":\""));
  }

  private static Expected kotlin() {
    return new Expected(
        RealProgramsTest.kotlinCompiler(),
        List.of(
            "--breakpoint",
            "K2JVMCompiler.kt:30",
            "--limit",
            "depth=1,fields=2",
            "--watch",
            "arguments.getFreeArgs()",
            "--watch",
            "arguments.getNoStdlib() && !arguments.getScript()"),
        1,
        List.of(
            "\"function\":\"K2JVMCompiler.doExecutePhased\"",
            "\"arguments\":\"K2JVMCompilerArguments{frozen=false,",
            "\"value\":\"ArrayList(1)[\\\"hello.kt\\\"]\"",
            "\"value\":\"true\""));
  }

  private static Expected groovy() {
    return new Expected(
        RealProgramsTest.groovy(),
        List.of(
            "--breakpoint",
            "DefaultGroovyMethods.collect",
            "--snapshots",
            "1",
            "--watch",
            "self.size() + 1"),
        1,
        List.of(
            "\"self\":\"ArrayList(3)[1, 2, 3]\"",
            "\"function\":\"GroovyMain.main\"",
            "\"value\":\"4\""));
  }

  private static Expected rhino() {
    return new Expected(
        RealProgramsTest.rhino(),
        List.of(
            "--breakpoint",
            "Parser.java:557",
            "--watch",
            "sourceString.length() > 10 ? sourceString.substring(0, 3) : null"),
        1,
        List.of(
            "\"sourceURI\":\"\\\"<command>\\\"\",\"lineno\":\"1\"",
            "\"function\":\"Main.main\"",
            "\"value\":\"\\\"var\\\"\""));
  }

  @ParameterizedTest(name = "{0} on {1}")
  @MethodSource("programs")
  void shows_what_is_there_and_changes_nothing(
      String name, String jdkName, Expected expected, Path jdk)
      throws IOException, InterruptedException {
    Files.writeString(directory.resolve("hello.kt"), RealProgramsTest.KOTLIN_SOURCE);
    Files.writeString(directory.resolve("A.java"), RealProgramsTest.JAVA_SOURCE);

    Run plain = expected.program().plain(jdk, directory);
    Run broken = expected.program().under(jdk, directory, expected.options());

    List<String> snapshots =
        broken.stdout().lines().filter(line -> line.startsWith(SNAPSHOT)).toList();
    assertThat(broken.exitCode()).as(broken.stderr()).isEqualTo(plain.exitCode());
    assertThat(snapshots).as(broken.stderr()).hasSize(expected.snapshots());
    assertThat(snapshots.get(0)).contains(expected.first());
    assertThat(broken.stdout().lines().filter(line -> !line.startsWith(SNAPSHOT)))
        .containsExactlyElementsOf(plain.stdout().lines().toList());
  }
}
