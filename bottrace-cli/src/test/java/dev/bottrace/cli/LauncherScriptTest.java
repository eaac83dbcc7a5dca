package dev.bottrace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The launcher finds Java and the jar, and gives each argument to whom it belongs. */
class LauncherScriptTest extends LauncherFixture {
  LauncherScriptTest(@TempDir Path temp) throws IOException {
    super(temp);
  }

  @Test
  void is_executable_as_it_stands_in_the_repository() {
    assertThat(script()).isExecutable();
  }

  @Test
  void starts_the_jar_with_the_tracing_loader_and_without_logs_on_stdout() throws Exception {
    Path jarFromScript = launcher.resolveSibling("../lib/bottrace.jar");

    assertThat(run("run", "App.java", "--calls"))
        .isEqualTo(
            new Run(
                0,
                JVM_OPTIONS
                    + "[-cp]["
                    + jarFromScript
                    + "][dev.bottrace.cli.Main][run][App.java][--calls]",
                ""));
    assertThat(run())
        .isEqualTo(
            new Run(0, JVM_OPTIONS + "[-cp][" + jarFromScript + "][dev.bottrace.cli.Main]", ""));
  }

  private static final String LIMITS =
      "[-XX:CompileCommand=quiet]"
          + "[-XX:CompileCommand=MaxNodeLimit,dev/bottrace/boot/shaded/asm/*.*,3000]"
          + "[-XX:CompileCommand=MaxNodeLimit,dev/bottrace/boot/internal/instrument/*.*,3000]";

  /** Stands for a Java that makes archives. */
  private void useArchivingJava(String version) throws Exception {
    onlyOnPath("mkdir", "mv", "rm", "touch");
    useJava(
        "jdk",
        version,
        """
        case " $* " in
          *.BootJar\\ *) echo boot >"$4" ;;
          *\\ -Xshare:dump\\ * | *\\ -XX:AOTMode=create\\ *)
            for a; do
              case $a in -XX:SharedArchiveFile=* | -XX:AOTCache=*) echo archive >"${a#*=}" ;; esac
            done ;;
          *Rehearsal*) ;;
          *) %s ;;
        esac
        """
            .formatted(PRINT_ARGUMENTS));
  }

  @ParameterizedTest
  @CsvSource({
    "17.0.15, -XX:SharedArchiveFile=, ''",
    "25, -XX:AOTCache=,"
        + " [--add-exports=java.base/jdk.internal.access=ALL-UNNAMED][-Xlog:aot=off:stderr]"
  })
  void starts_with_an_archive_of_our_classes_where_the_jdk_makes_one(
      String version, String use, String more) throws Exception {
    useArchivingJava(version);
    Path lib = launcher.resolveSibling("../lib");
    String prepared = lib + "/start/_" + file("jdk").toString().replace('/', '_');

    assertThat(run("run", "a  b", "-J-Xmx1g", "--calls", "*", "--", "-J-Xmx2g"))
        .isEqualTo(
            new Run(
                0,
                "[-XX:-PrintWarnings][-Xlog:disable][-Xlog:all=warning:stderr][-Xlog:cds=off:stderr]"
                    + "[-XX:+UnlockDiagnosticVMOptions][-XX:ArchiveRelocationMode=0]"
                    + more
                    + ("[" + use + prepared + "/classes]")
                    + ("[-Xbootclasspath/a:" + prepared + "/boot.jar]")
                    + LIMITS
                    + ("[-Xmx1g][-cp][" + lib + "/bottrace.jar][dev.bottrace.cli.Main]")
                    + "[run][a  b][--calls][*][--][-J-Xmx2g]",
                ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-XX:-TieredCompilation", "-XX:CompileCommand=print,App.run", "-Xint"})
  void leaves_the_compilers_of_the_jvm_to_who_has_options_for_them(String option) throws Exception {
    useArchivingJava("17.0.15");
    assertThat(run("run", "App").out()).contains(LIMITS);
    assertThat(run("run", "-J" + option, "App").out())
        .contains("/boot.jar][" + option + "]")
        .doesNotContain("quiet");
    environment.put("JAVA_TOOL_OPTIONS", option);
    assertThat(run("run", "App").out()).contains("/boot.jar").doesNotContain("quiet");
  }

  @Test
  void starts_plainly_for_a_source_file_and_for_commands_other_than_run() throws Exception {
    useArchivingJava("17.0.15");

    assertThat(run("run", "--calls", "App.java").command())
        .isEqualTo("[-cp][JAR][dev.bottrace.cli.Main][run][--calls][App.java]");
    assertThat(run("--version").command())
        .isEqualTo("[-cp][JAR][dev.bottrace.cli.Main][--version]");
    environment.put("JAVA_TOOL_OPTIONS", "-Xshare:auto");
    assertThat(run("run", "App").command())
        .isEqualTo("[-cp][JAR][dev.bottrace.cli.Main][run][App]");
    assertThat(launcher.resolveSibling("../lib/start")).doesNotExist();
  }

  @Test
  void gives_options_for_the_jvm_to_the_jvm_wherever_they_stand() throws Exception {
    assertThat(
            run(
                    "run",
                    "-J-Xmx2g",
                    "--calls",
                    "-Da=b c",
                    "App.java",
                    "-J--add-opens=a/b=c",
                    "-Dx",
                    "-J@f")
                .command())
        .isEqualTo(
            "[-Xmx2g][-Da=b c][--add-opens=a/b=c][-Dx][@f][-cp][JAR][dev.bottrace.cli.Main][run][--calls][App.java]");
  }

  @Test
  void touches_nothing_after_a_double_dash() throws Exception {
    assertThat(
            run("run", "-J-Xss1m", "App.java", "--", "-J-Xmx2g", "-Da=b", "--", "-J-Xmx3g")
                .command())
        .isEqualTo(
            "[-Xss1m][-cp][JAR][dev.bottrace.cli.Main][run][App.java][--][-J-Xmx2g][-Da=b][--][-J-Xmx3g]");
    assertThat(run("run", "--", "-J-Xmx2g").command())
        .isEqualTo("[-cp][JAR][dev.bottrace.cli.Main][run][--][-J-Xmx2g]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-J"})
  void refuses_a_system_class_loader_which_the_jvm_would_not_find(String prefix) throws Exception {
    String option = "-Djava.system.class.loader=Own";
    assertThat(run("run", prefix + option, "A"))
        .isEqualTo(
            error(
                "a system class loader of the program's own can't be run; trace it as an agent:"
                    + " java -javaagent:bottrace.jar=calls "
                    + option));
    assertThat(run("run", "A", "--", option).exitCode()).isZero();
  }

  @Test
  void touches_only_the_arguments_of_run() throws Exception {
    assertThat(run("--version", "-J-Xmx2g", "-Da=b").command())
        .isEqualTo("[-cp][JAR][dev.bottrace.cli.Main][--version][-J-Xmx2g][-Da=b]");
  }

  @Test
  void leaves_words_to_bottrace_that_are_no_option_for_the_jvm() throws Exception {
    assertThat(run("run", "-J", "-D", "-J-", "-Jar", "-jar", "-d", "J-X").command())
        .isEqualTo("[-cp][JAR][dev.bottrace.cli.Main][run][-J][-D][-J-][-Jar][-jar][-d][J-X]");
  }

  @Test
  void leaves_expressions_to_bottrace() throws Exception {
    assertThat(run("run", "--watch", "-Done", "-Da=b", "A", "--watch", "-Jx", "-D-").command())
        .isEqualTo(
            "[-Da=b][-D-][-cp][JAR][dev.bottrace.cli.Main][run][--watch][-Done][A][--watch][-Jx]");
    assertThat(run("run", "--watch", "-Done", "A", "x:-Da").command())
        .isEqualTo("[-cp][JAR][dev.bottrace.cli.Main][run][--watch][-Done][A][x:-Da]");
  }

  @Test
  void passes_every_argument_on_as_it_is() throws Exception {
    List<String> odd =
        new ArrayList<>(List.of("", " ", " a  b ", "\t", "\n", "a\nb", "a\n\n", "\\", "\\n"));
    odd.addAll(
        List.of(
            "*", "/*", "?[a-z]{1,2}", "~", "#", "!", "=", "-", "-n", "-e", "'", "\"", "a\\\"b'c"));
    odd.addAll(List.of("$HOME", "${1}", "$(exit 3)", "`exit 3`", "a;b&c|d>e<f"));
    String all = "[run][" + String.join("][", odd) + "]";

    odd.add(0, "run");
    assertThat(run(odd.toArray(String[]::new)).command())
        .isEqualTo("[-cp][JAR][dev.bottrace.cli.Main]" + all);
    odd.add("-J-Xmx1g");
    assertThat(run(odd.toArray(String[]::new)).command())
        .isEqualTo("[-Xmx1g][-cp][JAR][dev.bottrace.cli.Main]" + all);
    odd.replaceAll(argument -> argument.equals("run") ? argument : "-Dname=" + argument);
    assertThat(run(odd.toArray(String[]::new)).command())
        .isEqualTo(
            "["
                + String.join("][", odd.subList(1, odd.size()))
                + "][-cp][JAR][dev.bottrace.cli.Main][run]");
  }

  @Test
  void passes_a_thousand_arguments_on_in_order() throws Exception {
    List<String> arguments = new ArrayList<>(List.of("run"));
    IntStream.range(0, 1000).forEach(i -> arguments.add("argument " + i));
    String all = "[" + String.join("][", arguments) + "]";
    arguments.add(500, "-J-Xmx1g");

    assertThat(run(arguments.toArray(String[]::new)).command())
        .isEqualTo("[-Xmx1g][-cp][JAR][dev.bottrace.cli.Main]" + all);
  }

  @Test
  void becomes_the_jvm_and_leaves_its_streams_and_exit_code_alone() throws Exception {
    useJava("jdk", "21", "read -r line; echo \"pid $$ read $line\"; echo to stderr >&2; exit 42");
    Path in = Files.writeString(file("stdin"), "from stdin\n");
    ProcessBuilder builder = builder("streams", launcher, "run").redirectInput(in.toFile());

    Process process = builder.start();

    assertThat(await(process, builder))
        .isEqualTo(new Run(42, "pid " + process.pid() + " read from stdin\n", "to stderr\n"));
  }

  @Test
  void leaves_the_environment_of_the_program_alone() throws Exception {
    useJava("jdk", "21", "export -p");
    environment.put("java", "mine");
    environment.put("jar", "mine");

    assertThat(run("run", "-J-Xmx1g", "App.java").out())
        .doesNotContain("bottrace_")
        .containsPattern("\\bjava=['\"]?mine")
        .containsPattern("\\bjar=['\"]?mine");
  }

  @Test
  void takes_java_from_bottrace_java_then_java_home_then_the_path() throws Exception {
    Path inPath = useJava("third", "17", "echo third");
    Path inHome = useJava("second", "17", "echo second");
    useJava("first", "17", "echo first");
    Path directory = Files.createDirectories(file("no program/java"));
    environment.put("PATH", directory.getParent() + File.pathSeparator + inPath.getParent());
    environment.put("JAVA_HOME", file("second").toString());

    assertThat(run("run").out()).isEqualTo("first\n");
    environment.put("BOTTRACE_JAVA", "");
    assertThat(run("run").out()).isEqualTo("second\n");
    Files.delete(inHome);
    assertThat(run("run").out()).isEqualTo("third\n");
    environment.remove("JAVA_HOME");
    assertThat(run("run").out()).isEqualTo("third\n");
  }

  @Test
  void says_how_to_name_a_java_when_there_is_none() throws Exception {
    environment.remove("BOTTRACE_JAVA");

    assertThat(run("run"))
        .isEqualTo(
            error(
                "no Java found: set BOTTRACE_JAVA or JAVA_HOME, or put java on PATH (17 or newer)"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"missing", "install", "install/lib/bottrace.jar"})
  void refuses_a_bottrace_java_that_is_no_program(String name) throws Exception {
    environment.put("BOTTRACE_JAVA", file(name).toString());

    assertThat(run("run"))
        .isEqualTo(error("BOTTRACE_JAVA is not an executable file: " + file(name)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.8.0_412", "9", "11.0.27", "16.0.2", "16-ea"})
  void refuses_a_java_below_17(String version) throws Exception {
    Path java = useJava("old jdk", version, PRINT_ARGUMENTS);

    assertThat(run("run"))
        .isEqualTo(error("Java 17 or newer is needed, but " + java + " is version " + version));
  }

  @ParameterizedTest
  @ValueSource(strings = {"17", "17.0.15", "21.0.1", "25", "26-ea", "100.1"})
  void accepts_every_java_from_17_on(String version) throws Exception {
    useJava("new jdk", version, PRINT_ARGUMENTS);

    assertThat(run("run").command()).isEqualTo("[-cp][JAR][dev.bottrace.cli.Main][run]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "JAVA_VERSION=\"17\"",
        "JAVA_VERSION=17\r\n",
        "JAVA_VERSION_DATE=\"9\"\nJAVA_VERSION=\"17\"\n"
      })
  void reads_the_version_from_any_form_of_release_file(String release) throws Exception {
    Files.writeString(file("jdk/release"), release);

    assertThat(run("run").command()).isEqualTo("[-cp][JAR][dev.bottrace.cli.Main][run]");
  }

  @ParameterizedTest
  @CsvSource({"1.8.0_412, 125", "11.0.2, 125", "17, 0", "25-ea, 0"})
  void asks_java_itself_when_no_release_file_tells_the_version(String version, int exitCode)
      throws Exception {
    useJava(
        "jdk",
        version,
        "printf 'Picked up X: y\\nopenjdk version \"%s\" 2025\\n' " + version + " >&2");
    Files.delete(file("jdk/release"));

    assertThat(run("run").exitCode()).isEqualTo(exitCode);
  }

  @Test
  void refuses_a_java_that_does_not_tell_its_version() throws Exception {
    Path java = useJava("jdk", "", "echo what");

    assertThat(run("run"))
        .isEqualTo(error("Java 17 or newer is needed, but " + java + " does not tell its version"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"readlink", "ls"})
  void finds_its_jar_and_the_release_file_through_links(String follower) throws Exception {
    onlyOnPath(follower);
    Path links = Files.createDirectories(file("some where/links"));
    Path absolute = Files.createSymbolicLink(links.resolve("absolute"), launcher);
    Path relative = Files.createSymbolicLink(links.resolve("bottrace"), links.relativize(absolute));
    Path java = Files.createSymbolicLink(links.resolve("java"), Path.of("../../old/bin/java"));

    assertThat(run(builder("links", relative, "run")).command())
        .isEqualTo("[-cp][JAR][dev.bottrace.cli.Main][run]");
    useJava("old", "11", PRINT_ARGUMENTS);
    environment.put("BOTTRACE_JAVA", java.toString());
    assertThat(run(builder("links", relative)))
        .isEqualTo(error("Java 17 or newer is needed, but " + java + " is version 11"));
  }

  @Test
  void finds_its_jar_when_it_was_found_on_the_path() throws Exception {
    environment.put("PATH", launcher.getParent() + File.pathSeparator + System.getenv("PATH"));

    assertThat(run(builder("path", "sh", "-c", "bottrace run")).command())
        .isEqualTo("[-cp][JAR][dev.bottrace.cli.Main][run]");
    assertThat(
            run(builder("sh", "sh", "bottrace", "run").directory(launcher.getParent().toFile()))
                .command())
        .isEqualTo("[-cp][JAR][dev.bottrace.cli.Main][run]");
  }

  @Test
  void says_where_an_installation_misses_its_jar() throws Exception {
    Files.delete(jar);

    assertThat(run("run"))
        .isEqualTo(
            error("bottrace.jar is missing: " + launcher.resolveSibling("../lib/bottrace.jar")));
  }
}
