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
 * Programs that nobody here wrote run under bottrace as under java, on each JDK that is installed.
 */
@Tag("slow")
class RealProgramsTest {
  static final String KOTLIN_SOURCE = "fun main() { println(listOf(1, 2, 3).map { it * 2 }) }\n";
  static final String JAVA_SOURCE = "class  A { int x ;String f( int y){return \"a\"+y; } }\n";

  @TempDir Path directory;

  static List<Arguments> programs() {
    List<Arguments> programs = new ArrayList<>();
    for (Path jdk : InstalledJdks.all()) {
      for (RealProgram program :
          List.of(kotlinCompiler(), h2Shell(), groovy(), rhino(), junitConsole(), formatter())) {
        programs.add(Arguments.of(program.name(), jdk.getFileName().toString(), program, jdk));
      }
    }
    return programs;
  }

  static RealProgram kotlinCompiler() {
    return new RealProgram(
        "kotlin",
        List.of(),
        "org.jetbrains.kotlin.cli.jvm.K2JVMCompiler",
        List.of(
            "--include", "org.jetbrains.kotlin.cli", "--include", "org.jetbrains.kotlin.codegen"),
        List.of(
            "-no-stdlib",
            "-no-reflect",
            "-cp",
            programs("kotlin/kotlin-stdlib.jar"),
            "-d",
            "out",
            "hello.kt"));
  }

  private static RealProgram h2Shell() {
    return new RealProgram(
        "h2",
        List.of(),
        "org.h2.tools.Shell",
        List.of("--include", "org.h2"),
        List.of("-url", "jdbc:h2:mem:", "-sql", "select x, x * x from system_range(1, 20)"));
  }

  static RealProgram groovy() {
    return new RealProgram(
        "groovy",
        List.of(),
        "groovy.ui.GroovyMain",
        List.of("--include", "groovy", "--include", "org.codehaus.groovy"),
        List.of("-e", "println([1, 2, 3].collect { it * 2 })"));
  }

  static RealProgram rhino() {
    return new RealProgram(
        "rhino",
        List.of(),
        "org.mozilla.javascript.tools.shell.Main",
        List.of("--include", "org.mozilla"),
        List.of("-e", "var s = 0; for (var i = 0; i < 1000; i++) s += i; print(s); no.such.thing"));
  }

  private static RealProgram junitConsole() {
    return new RealProgram(
        "junit",
        List.of(),
        "org.junit.platform.console.ConsoleLauncher",
        List.of("--include", "org.apache.commons.lang3"),
        List.of(
            "execute",
            "--select-class=org.apache.commons.lang3.StringUtilsTest",
            "--select-class=org.apache.commons.lang3.builder.EqualsBuilderTest",
            "--select-class=org.apache.commons.lang3.concurrent.BackgroundInitializerTest",
            "--details=summary",
            "--disable-banner"));
  }

  static RealProgram formatter() {
    List<String> exports = new ArrayList<>();
    for (String name : List.of("api", "code", "file", "parser", "tree", "util")) {
      exports.add("--add-exports=jdk.compiler/com.sun.tools.javac." + name + "=ALL-UNNAMED");
    }
    return new RealProgram(
        "gjf",
        exports,
        "com.google.googlejavaformat.java.Main",
        List.of("--include", "com.google.googlejavaformat"),
        List.of("A.java"));
  }

  private static String programs(String path) {
    return Path.of(System.getProperty("bottrace.programs"), path).toString();
  }

  @ParameterizedTest(name = "{0} on {1}")
  @MethodSource("programs")
  void runs_as_under_java(String name, String jdkName, RealProgram program, Path jdk)
      throws IOException, InterruptedException {
    Files.writeString(directory.resolve("hello.kt"), KOTLIN_SOURCE);
    Files.writeString(directory.resolve("A.java"), JAVA_SOURCE);
    Path trace = directory.resolve("trace.txt");

    Run plain = program.plain(jdk, directory);
    Run traced = program.traced(jdk, directory, trace);

    assertThat(traced.exitCode())
        .as("exit code; stderr: %s", traced.stderr())
        .isEqualTo(plain.exitCode());
    assertThat(withoutTimes(traced.stdout())).isEqualTo(withoutTimes(plain.stdout()));
    assertThat(withoutTimes(traced.stderr())).isEqualTo(withoutTimes(plain.stderr()));
    assertThat(BalancedTrace.check(trace)).as("calls").isGreaterThan(100);
  }

  private static String withoutTimes(String output) {
    return output.replaceAll("\\d+ ms", "N ms");
  }
}
