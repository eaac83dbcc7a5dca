package dev.bottrace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bottrace.cli.BottraceProcess.Run;
import dev.bottrace.cli.BottraceProcess.Start;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Source files that {@code java} runs are compiled as it compiles them. */
@DisabledOnOs(OS.WINDOWS)
@Timeout(120)
class SourceProgramsTest {
  private final BottraceProcess processes;
  private final Path directory;

  SourceProgramsTest(@TempDir Path directory) {
    this.directory = directory;
    processes = new BottraceProcess(directory, Start.PLAIN);
  }

  static boolean looksForMain() {
    return Runtime.version().feature() >= 25;
  }

  private void assertSameAsJava(List<String> jvm, String... arguments) throws Exception {
    List<String> options = new ArrayList<>(jvm);
    options.remove("--source");
    options.remove(source());
    List<String> command = new ArrayList<>(List.of("run"));
    command.addAll(List.of(arguments));
    List<String> java = new ArrayList<>(jvm);
    java.addAll(List.of(arguments));

    Run expected = processes.java(java.toArray(new String[0]));
    Run run = processes.launch(options, command.toArray(new String[0])).await("");

    assertThat(expected.exit()).as(expected.stderr()).isZero();
    assertThat(run.stderr()).isEmpty();
    assertThat(run.stdout()).isEqualTo(expected.stdout());
    assertThat(run.exit()).isZero();
  }

  private static String source() {
    return Integer.toString(Runtime.version().feature());
  }

  @Test
  void the_compiler_has_the_modules_and_exports_of_the_jvm() throws Exception {
    processes.file(
        "Exports.java",
        "class Exports { public static void main(String[] a) { System.out.println(jdk.internal.misc.VM.isBooted()); } }");

    assertSameAsJava(
        List.of("--add-exports=java.base/jdk.internal.misc=ALL-UNNAMED"), "Exports.java");
  }

  @Test
  void what_only_we_export_can_not_be_compiled_against() throws Exception {
    processes.file(
        "Ours.java",
        "class Ours { public static void main(String[] a) { System.out.println(jdk.internal.access.SharedSecrets.class); } }");

    assertThat(processes.bottrace("run", "Ours.java").exit()).isEqualTo(ExitCode.NOT_RUNNABLE);
  }

  @Test
  void previews_are_compiled_where_the_jvm_runs_them() throws Exception {
    processes.file(
        "Preview.java",
        "class Preview { public static void main(String[] a) { System.out.println(1); } }");

    assertSameAsJava(List.of("--enable-preview", "--source", source()), "Preview.java");
    assertThat(
            processes
                .launch(
                    List.of("--enable-preview"),
                    "run",
                    "--breakpoint",
                    "Preview.main",
                    "Preview.java")
                .await("")
                .exit())
        .isZero();
  }

  @Test
  void a_comment_does_not_name_the_package() throws Exception {
    processes.file(
        "Commented.java",
        """
        /*
          package foo.bar;
        */
        class Commented { public static void main(String[] a) { Sibling.greet(); } }
        """);
    processes.file(
        "Sibling.java", "class Sibling { static void greet() { System.out.println(1); } }");

    assertThat(processes.bottrace("run", "Commented.java")).isEqualTo(new Run(0, "1\n", ""));
  }

  @Test
  void bytes_of_another_encoding_are_replaced() throws Exception {
    String source =
        "class Latin { public static void main(String[] a) { System.out.println(\"\u00e9\".length()); } }";
    Files.write(directory.resolve("Latin.java"), source.getBytes(StandardCharsets.ISO_8859_1));

    assertSameAsJava(List.of("-Dfile.encoding=UTF-8"), "Latin.java");
    assertSameAsJava(List.of("-Dfile.encoding=ISO-8859-1"), "Latin.java");
  }

  @Test
  void the_class_path_is_shown_without_wildcards() throws Exception {
    processes.compile("lib/Lib", "package lib; public class Lib {}");
    Files.createDirectories(directory.resolve("jars"));
    assertThat(
            ToolProvider.findFirst("jar")
                .orElseThrow()
                .run(
                    System.out,
                    System.err,
                    "cf",
                    directory.resolve("jars/lib.jar").toString(),
                    "-C",
                    directory.toString(),
                    "lib"))
        .isZero();
    processes.file(
        "Path.java",
        "class Path { public static void main(String[] a) { System.out.println(lib.Lib.class + System.getProperty(\"java.class.path\")); } }");

    assertSameAsJava(List.of(), "-cp", "jars/*", "Path.java");
  }

  @Test
  @EnabledIf("looksForMain")
  void the_class_of_the_files_name_is_run_if_the_first_one_has_no_main() throws Exception {
    processes.file(
        "Named.java",
        """
        interface First {}
        class Other { public static void main(String[] a) { System.out.println("other"); } }
        class Named { public static void main(String[] a) { System.out.println("named"); } }
        """);
    processes.file(
        "Inherits.java",
        """
        class First extends Inherits {}
        class Inherits { public static void main(String[] a) { System.out.println("first"); } }
        """);

    assertSameAsJava(List.of(), "Named.java");
    assertSameAsJava(List.of(), "Inherits.java");
  }
}
