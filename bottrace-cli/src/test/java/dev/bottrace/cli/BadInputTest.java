package dev.bottrace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever is wrong is said in one line, and told apart by the exit code. */
class BadInputTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int run(String... arguments) {
    return Bottrace.run(
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8),
        arguments);
  }

  private String error() {
    return err.toString(StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "run | no program",
        "run -- | no program",
        "run --cals A.java | unknown option --cals; did you mean --calls?",
        "run --call-count A.java | did you mean --call-counts?",
        "run --max-dept=3 A.java | did you mean --max-depth?",
        "run --watch -x -x A.java | unknown option -x",
        "run --zzzzz A.java | unknown option --zzzzz; bottrace run --help lists all",
        "run -p mods -m app/app.Main | unknown option -p; a program of modules is traced by java -javaagent:bottrace.jar=calls -p PATH -m MODULE",
        "run --calls -m app/app.Main | unknown option -m; a program of modules is traced by",
        "run --module-path=mods app.Main | unknown option --module-path=mods; a program of modules is traced by",
        "run A.java --max-depth | '--max-depth'",
        "run --timeout -1 A.java | --timeout must be more than 0 seconds, not -1",
        "run --timeout 0 A.java | --timeout must be more than 0 seconds, not 0",
        "run --timeout abc A.java | --timeout must be a number of seconds, not 'abc'",
        "run --timeout 18446744073709551.617 A.java | --timeout must be at most 3153600000 seconds, not 18446744073709551.617",
        "run --timeout 1e400 A.java | --timeout must be at most 3153600000 seconds, not 1e400",
        "run --timeout NaN A.java | --timeout must be a number of seconds, not 'NaN'",
        "run --max-depth 0 A.java | --max-depth must be 1 or more, not 0",
        "run --max-depth x A.java | --max-depth must be a whole number",
        "run --max-events -1 A.java | --max-events must be 0 or more, not -1",
        "run --top -1 A.java | --top must be 0 (all) or more, not -1",
        "run --format xml A.java | --format must be text, ndjson or compact, not 'xml'",
        "run --format compact A.java | name a file for it, as in --out trace.bt",
        "print | no trace; name a file: bottrace print FILE",
        "print a b | print takes one file, not a b",
        "print a --formt x | unknown option --formt; did you mean --format?",
        "print a --zzzzz | unknown option --zzzzz; bottrace print --help lists all",
        "print a --format compact | --format must be text or ndjson, not 'compact'",
        "print a --top x | --top must be a whole number, not 'x'",
        "print a --top -1 | --top must be 0 (all) or more, not -1",
        "print a --out= | --out needs a file",
        "print none.bt | cannot read none.bt: there is no such file",
        "print . | cannot read .: it is a directory",
        "print pom.xml | pom.xml is no trace in compact form",
        "run --include= A.java | --include needs a package, class or source path",
        "run B -jar t.jar x | two programs, B and t.jar; options of the program go after --",
        "run --calls A.java x -jar t.jar | two programs, A.java and t.jar",
        "run -jar= A.java | -jar needs a file, not ''",
        "run -Jfoo A.java | no option for the JVM: -Jfoo",
        "run --breakpoint Core.java A.java | it has no line: Core.java:LINE",
        "run --breakpoint Core.java:0 A.java | lines begin at 1",
        "run --breakpoint :42 A.java | it names no file before the colon",
        "run --breakpoint Core.java:x A.java | 'x' is no line number",
        "run A.java --breakpoint | '--breakpoint' (WHERE)",
        "run A.java --watch | '--watch' (EXPR)",
        "run --watch= A.java | no expression: ''",
        "run --snapshots -1 A.java | --snapshots must be 0 or more, not -1",
        "run --snapshots x A.java | --snapshots must be a whole number",
        "run --on-exception ignore A.java | --on-exception must be snapshot, not 'ignore'",
        "run --limit depht=3 A.java | 'depht'",
        "run --redact= A.java | ''",
        "run --args A.java | --args needs --calls",
        "run --call-counts --returns A.java | --returns needs --calls",
        "run --call-counts --async A.java | --async needs --calls",
        "run --calls-to java.sql A.java | --calls-to needs --calls or --call-counts",
        "run --calls --calls-to java.* A.java | --calls-to takes a package, class or source path without '*'",
        "run --json-out= A.java | --json-out needs a file",
        "run --out= A.java | --out needs a file",
        "run --calls --out f --json-out f A.java | --out and --json-out name the same file: f",
        "run --out f --json-out ./f A.java | --out and --json-out name the same file: ./f",
        "schema traces | there is no schema 'traces'; there are trace, snapshot, file and summary",
        "schema trace file | schema takes one name, not trace file",
        "walk A.java | there is no command 'walk'"
      })
  void refuses_wrong_options_in_one_line(String line, String message) {
    assertThat(run(line.split(" "))).isEqualTo(ExitCode.FAILED);
    assertThat(error()).startsWith("bottrace: error: ").contains(message).hasLineCount(1);
    assertThat(out.size()).isZero();
  }

  @Test
  void tells_what_is_missing_from_what_can_not_be_run(@TempDir Path directory) throws IOException {
    Path garbage = Files.writeString(directory.resolve("garbage.jar"), "no zip");
    Path mainless = directory.resolve("mainless.jar");
    new JarOutputStream(Files.newOutputStream(mainless), new Manifest()).close();
    Path broken = Files.writeString(directory.resolve("Broken.java"), "class Broken { int x = ; }");

    assertThat(run("run", directory.resolve("none.jar").toString())).isEqualTo(ExitCode.NOT_FOUND);
    assertThat(run("run", directory.resolve("None.java").toString())).isEqualTo(ExitCode.NOT_FOUND);
    assertThat(run("run", "-cp", directory.toString(), "none.App")).isEqualTo(ExitCode.NOT_FOUND);
    assertThat(error()).hasLineCount(3);
    err.reset();
    assertThat(run("run", garbage.toString())).isEqualTo(ExitCode.NOT_RUNNABLE);
    assertThat(run("run", mainless.toString())).isEqualTo(ExitCode.NOT_RUNNABLE);
    assertThat(error()).contains("can't be read as a jar", "no Main-Class").hasLineCount(2);
    err.reset();
    assertThat(run("run", broken.toString())).isEqualTo(ExitCode.NOT_RUNNABLE);
    assertThat(error()).contains("Broken.java:1: error: illegal start of expression", "1 error");
    assertThat(out.size()).isZero();
  }

  @Test
  void prints_a_message_of_several_lines_as_it_is() {
    assertThat(run("run", "--include", "a b\n  ^", "A.java")).isEqualTo(ExitCode.FAILED);
    assertThat(error())
        .isEqualTo(
            """
            bottrace: error: --include takes a package, class or source path without ' ', not 'a b
              ^'
            """);
  }

  @Test
  void has_help_and_version_on_every_command() {
    for (String line :
        List.of("--version", "--help", "run --help", "print --help", "schema --help")) {
      assertThat(run(line.split(" "))).isZero();
    }
    for (String line :
        List.of(
            "run --version",
            "print --version",
            "schema --version",
            "exec --version",
            "attach --version",
            "run --calls --version",
            "run --calls --version App",
            "print --top 3 --version",
            "exec --calls --version -- true",
            "attach --calls --version")) {
      out.reset();
      assertThat(run(line.split(" "))).as(line).isZero();
      assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("bottrace ").hasLineCount(1);
    }
  }

  @Test
  void help_has_all_options_and_examples() {
    run("--version");
    run("--help");
    run("run", "--help");
    assertThat(out.toString(StandardCharsets.UTF_8))
        .startsWith("bottrace ")
        .contains("Usage: bottrace COMMAND", "--max-depth", "Examples:", "124 after the timeout");
  }

  @Test
  void never_writes_over_the_program(@TempDir Path directory) throws Exception {
    BottraceProcess processes = new BottraceProcess(directory);
    String source = "class T { public static void main(String[] a) {} }";
    processes.file("T.java", source);
    processes.file("t.jar", "no jar, but there");

    for (String program : List.of("T.java", "t.jar")) {
      for (String option : List.of("--out", "--json-out")) {
        String error =
            "bottrace: error: cannot write ./" + program + ": it is the program itself\n";
        assertThat(processes.bottrace("run", program, "--calls", option, "./" + program))
            .isEqualTo(new BottraceProcess.Run(125, "", error));
      }
    }
    assertThat(directory.resolve("T.java")).hasContent(source);
    assertThat(directory.resolve("t.jar")).hasContent("no jar, but there");
  }

  @Test
  void never_writes_over_what_is_on_the_class_path(@TempDir Path directory) throws Exception {
    BottraceProcess processes = new BottraceProcess(directory);
    processes.compile("T", "class T { public static void main(String[] a) {} }");
    TestJars.agent(directory, directory.resolve("t.jar"), "Class-Path: lib.jar\n");
    Files.copy(directory.resolve("t.jar"), directory.resolve("lib.jar"));

    for (String file : List.of("lib.jar", "T.class")) {
      byte[] before = Files.readAllBytes(directory.resolve(file));
      for (String option : List.of("--out", "--json-out")) {
        String error = "bottrace: error: cannot write " + file + ": it is a jar or a class file\n";
        assertThat(processes.bottrace("run", "-cp", "t.jar", "--calls", option, file, "T"))
            .isEqualTo(new BottraceProcess.Run(125, "", error));
      }
      assertThat(directory.resolve(file)).hasBinaryContent(before);
    }
  }
}
