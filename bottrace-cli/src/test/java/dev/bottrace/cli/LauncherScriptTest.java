package dev.bottrace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Runs copies of the shell script in an installation or a source checkout of their own, with a
 * stand-in for Java that prints its arguments in brackets.
 */
@DisabledOnOs(OS.WINDOWS)
@Timeout(120)
class LauncherScriptTest {
  private static final String PRINT_ARGUMENTS = "printf '[%s]' \"$@\"";

  /** What every run gives to the JVM first. */
  private static final String JVM_OPTIONS =
      "[-Djava.system.class.loader=dev.bottrace.internal.launch.TracingClassLoader]"
          + "[--add-exports=java.base/jdk.internal.access=ALL-UNNAMED][-Xshare:auto]"
          + "[-XX:-PrintWarnings][-Xlog:disable][-Xlog:all=warning:stderr][-Xlog:cds=off:stderr]";

  private final Path temp;
  private final Path launcher;
  private final Path jar;

  /**
   * What the launcher sees. PATH names no directory, so a program that it started would be missing.
   */
  private final Map<String, String> environment = new TreeMap<>();

  LauncherScriptTest(@TempDir Path temp) throws IOException {
    this.temp = temp.toRealPath();
    launcher = launcherIn("install/bin");
    jar = Files.createDirectories(file("install/lib")).resolve("bottrace.jar");
    Files.createFile(jar);
    environment.put("PATH", file("nowhere").toString());
    useJava("jdk", "17.0.15", PRINT_ARGUMENTS);
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
            new Run(0, JVM_OPTIONS + "[-jar][" + jarFromScript + "][run][App.java][--calls]", ""));
    assertThat(run()).isEqualTo(new Run(0, JVM_OPTIONS + "[-jar][" + jarFromScript + "]", ""));
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
            "[-Xmx2g][-Da=b c][--add-opens=a/b=c][-Dx][@f][-jar][JAR][run][--calls][App.java]");
  }

  @Test
  void touches_nothing_after_a_double_dash() throws Exception {
    assertThat(
            run("run", "-J-Xss1m", "App.java", "--", "-J-Xmx2g", "-Da=b", "--", "-J-Xmx3g")
                .command())
        .isEqualTo("[-Xss1m][-jar][JAR][run][App.java][--][-J-Xmx2g][-Da=b][--][-J-Xmx3g]");
    assertThat(run("run", "--", "-J-Xmx2g").command()).isEqualTo("[-jar][JAR][run][--][-J-Xmx2g]");
  }

  @Test
  void touches_only_the_arguments_of_run() throws Exception {
    assertThat(run("--version", "-J-Xmx2g", "-Da=b").command())
        .isEqualTo("[-jar][JAR][--version][-J-Xmx2g][-Da=b]");
  }

  @Test
  void leaves_words_to_bottrace_that_are_no_option_for_the_jvm() throws Exception {
    assertThat(run("run", "-J", "-D", "-J-", "-Jar", "-jar", "-d", "J-X").command())
        .isEqualTo("[-jar][JAR][run][-J][-D][-J-][-Jar][-jar][-d][J-X]");
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
    assertThat(run(odd.toArray(String[]::new)).command()).isEqualTo("[-jar][JAR]" + all);
    odd.add("-J-Xmx1g");
    assertThat(run(odd.toArray(String[]::new)).command()).isEqualTo("[-Xmx1g][-jar][JAR]" + all);
    odd.replaceAll(argument -> argument.equals("run") ? argument : "-Dname=" + argument);
    assertThat(run(odd.toArray(String[]::new)).command())
        .isEqualTo("[" + String.join("][", odd.subList(1, odd.size())) + "][-jar][JAR][run]");
  }

  @Test
  void passes_a_thousand_arguments_on_in_order() throws Exception {
    List<String> arguments = new ArrayList<>(List.of("run"));
    IntStream.range(0, 1000).forEach(i -> arguments.add("argument " + i));
    String all = "[" + String.join("][", arguments) + "]";
    arguments.add(500, "-J-Xmx1g");

    assertThat(run(arguments.toArray(String[]::new)).command())
        .isEqualTo("[-Xmx1g][-jar][JAR]" + all);
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

    assertThat(run("run").command()).isEqualTo("[-jar][JAR][run]");
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

    assertThat(run("run").command()).isEqualTo("[-jar][JAR][run]");
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

    assertThat(run(builder("links", relative, "run")).command()).isEqualTo("[-jar][JAR][run]");
    useJava("old", "11", PRINT_ARGUMENTS);
    environment.put("BOTTRACE_JAVA", java.toString());
    assertThat(run(builder("links", relative)))
        .isEqualTo(error("Java 17 or newer is needed, but " + java + " is version 11"));
  }

  @Test
  void finds_its_jar_when_it_was_found_on_the_path() throws Exception {
    environment.put("PATH", launcher.getParent() + File.pathSeparator + System.getenv("PATH"));

    assertThat(run(builder("path", "sh", "-c", "bottrace run")).command())
        .isEqualTo("[-jar][JAR][run]");
    assertThat(
            run(builder("sh", "sh", "bottrace", "run").directory(launcher.getParent().toFile()))
                .command())
        .isEqualTo("[-jar][JAR][run]");
  }

  @Test
  void says_where_an_installation_misses_its_jar() throws Exception {
    Files.delete(jar);

    assertThat(run("run"))
        .isEqualTo(
            error("bottrace.jar is missing: " + launcher.resolveSibling("../lib/bottrace.jar")));
  }

  @Test
  void builds_the_jar_of_a_source_checkout_once_and_keeps_stdout_clean() throws Exception {
    Checkout checkout =
        checkout("echo \"mvn $*\"; read -r line; echo \"read <$line>\"; : >\"$jar\"");

    Run first = run(builder("first", checkout.launcher, "run"));
    Run second = run(builder("second", checkout.launcher, "run"));

    String root = checkout.launcher.resolveSibling("../../pom.xml").toString();
    assertThat(first.err().lines())
        .containsExactly(
            "bottrace: building bottrace.jar (first use)",
            "mvn -q -B -f " + root + " -pl bottrace-cli -am -Dlauncher package",
            "read <>");
    assertThat(first.command()).isEqualTo("[-jar][JAR][run]");
    assertThat(second).isEqualTo(new Run(0, first.out(), ""));
    assertThat(checkout.target)
        .isDirectoryContaining("glob:**/bottrace.jar")
        .isDirectoryNotContaining("glob:**lock*");
  }

  @Test
  void builds_with_the_java_it_runs_on_if_that_is_a_jdk() throws Exception {
    Checkout checkout = checkout("echo \"home <$JAVA_HOME>\"; exit 1");
    environment.put("JAVA_HOME", "of the user");

    assertThat(run(builder("jre", checkout.launcher)).err()).contains("home <of the user>");
    program("jdk/bin/javac", "");
    assertThat(run(builder("jdk", checkout.launcher)).err()).contains("home <" + file("jdk") + ">");
  }

  @Test
  void says_that_the_build_failed_and_leaves_no_half_built_jar() throws Exception {
    Checkout checkout = checkout("echo half >\"$jar\"; echo BUILD FAILURE; exit 1");

    Run run = run(builder("fails", checkout.launcher, "run"));

    assertThat(run.exitCode()).isEqualTo(125);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .endsWith("BUILD FAILURE\nbottrace: error: building bottrace.jar failed\n");
    assertThat(checkout.target).isEmptyDirectory();
  }

  @Test
  void says_that_maven_is_missing() throws Exception {
    Checkout checkout = checkout("");
    Files.delete(file("path/mvn"));

    assertThat(run(builder("missing", checkout.launcher, "run")))
        .isEqualTo(error("bottrace.jar is not built yet, and no mvn is on PATH to build it"));
  }

  @Test
  void builds_once_for_several_launchers_at_a_time() throws Exception {
    Checkout checkout = checkout("echo half >\"$jar\"; sleep 2; echo whole >\"$jar\"");
    useJava(
        "jdk",
        "21",
        "while [ \"$1\" != -jar ]; do shift; done; read -r line <\"$2\"; echo \"$line\"");

    List<ProcessBuilder> builders = new ArrayList<>();
    List<Process> processes = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      builders.add(builder("parallel " + i, checkout.launcher, "run"));
      processes.add(builders.get(i).start());
    }

    StringBuilder notices = new StringBuilder();
    for (int i = 0; i < 4; i++) {
      Run run = await(processes.get(i), builders.get(i));
      assertThat(run.out()).isEqualTo("whole\n");
      notices.append(run.err());
    }
    assertThat(notices)
        .containsOnlyOnce("bottrace: building bottrace.jar (first use)\n")
        .contains("bottrace: waiting for another build of bottrace.jar\n");
  }

  @Test
  void takes_over_the_lock_of_a_launcher_that_was_killed() throws Exception {
    Checkout checkout = checkout("echo whole >\"$jar\"");
    Process dead = new ProcessBuilder("true").start();
    dead.waitFor();
    String host = run(builder("host", "uname", "-n")).out().strip();
    Path lock = Files.createDirectories(checkout.target.resolve("launcher.lock"));
    Files.writeString(lock.resolve("owner"), host + " " + dead.pid() + "\n");
    Files.writeString(checkout.target.resolve("bottrace.jar"), "half\n");

    assertThat(run(builder("takes over", checkout.launcher, "run")).exitCode()).isZero();
    assertThat(checkout.target.resolve("bottrace.jar")).hasContent("whole");
    assertThat(lock).doesNotExist();
  }

  @Test
  void stops_the_build_and_gives_the_lock_back_on_sigterm() throws Exception {
    Checkout checkout = checkout("echo half >\"$jar\"; echo $$; exec sleep 100");
    ProcessBuilder builder = builder("sigterm", checkout.launcher, "run");
    Process process = builder.start();
    Pattern pidOfMaven = Pattern.compile("^(\\d+)\n", Pattern.MULTILINE);
    while (!pidOfMaven.matcher(Files.readString(file("sigterm.err"))).find()) {
      Thread.sleep(10);
    }

    process.destroy();

    Run run = await(process, builder);
    assertThat(run.exitCode()).isEqualTo(128 + 15);
    long maven =
        pidOfMaven
            .matcher(run.err())
            .results()
            .mapToLong(pid -> Long.parseLong(pid.group(1)))
            .sum();
    assertThat(ProcessHandle.of(maven)).isEmpty();
    assertThat(checkout.target).isEmptyDirectory();
  }

  private static Path script() {
    Path inModule = Path.of("bin/bottrace");
    return Files.exists(inModule) ? inModule : Path.of("bottrace-cli/bin/bottrace");
  }

  private Path file(String name) {
    return temp.resolve(name);
  }

  private Path launcherIn(String directory) throws IOException {
    Path launcher = Files.createDirectories(file(directory)).resolve("bottrace");
    return Files.copy(script(), launcher, StandardCopyOption.COPY_ATTRIBUTES);
  }

  /**
   * The launcher of a source checkout in which nothing was built, and the directory for what it
   * builds.
   */
  private record Checkout(Path launcher, Path target) {}

  /** Makes a checkout and a Maven for it, in which {@code $jar} is the jar to be built. */
  private Checkout checkout(String maven) throws IOException {
    Path launcher = launcherIn("check out/bottrace-cli/bin");
    Files.createFile(file("check out/pom.xml"));
    Files.createFile(file("check out/bottrace-cli/pom.xml"));
    onlyOnPath("mkdir", "mv", "rm", "rmdir", "sleep", "uname");
    program("path/mvn", "jar=\"${4%pom.xml}bottrace-cli/target/bottrace.jar\"\n" + maven);
    return new Checkout(launcher, file("check out/bottrace-cli/target"));
  }

  private void onlyOnPath(String... names) throws IOException {
    for (String name : names) {
      Path found =
          Pattern.compile(File.pathSeparator)
              .splitAsStream(System.getenv("PATH"))
              .map(directory -> Path.of(directory, name))
              .filter(Files::isExecutable)
              .findFirst()
              .orElseThrow();
      program("path/" + name, "exec '" + found + "' \"$@\"");
    }
    environment.put("PATH", file("path").toString());
  }

  private Path useJava(String home, String version, String body) throws IOException {
    Path java = program(home + "/bin/java", body);
    Files.writeString(
        file(home + "/release"), "OS_NAME=\"Linux\"\nJAVA_VERSION=\"" + version + "\"\n");
    environment.put("BOTTRACE_JAVA", java.toString());
    return java;
  }

  private Path program(String name, String body) throws IOException {
    Path program = file(name);
    Files.createDirectories(program.getParent());
    Files.writeString(program, "#!/bin/sh\n" + body + "\n");
    assertThat(program.toFile().setExecutable(true)).isTrue();
    return program;
  }

  private static Run error(String message) {
    return new Run(125, "", "bottrace: error: " + message + "\n");
  }

  private Run run(String... arguments) throws IOException, InterruptedException {
    ProcessBuilder builder = builder("run", launcher);
    builder.command().addAll(List.of(arguments));
    return run(builder);
  }

  private static Run run(ProcessBuilder builder) throws IOException, InterruptedException {
    return await(builder.start(), builder);
  }

  private ProcessBuilder builder(String name, Object... command) {
    ProcessBuilder builder =
        new ProcessBuilder()
            .redirectInput(Redirect.from(new File("/dev/null")))
            .redirectOutput(file(name + ".out").toFile())
            .redirectError(file(name + ".err").toFile());
    for (Object word : command) {
      builder.command().add(word.toString());
    }
    builder.environment().clear();
    builder.environment().putAll(environment);
    return builder;
  }

  private static Run await(Process process, ProcessBuilder builder)
      throws IOException, InterruptedException {
    return new Run(
        process.waitFor(),
        Files.readString(builder.redirectOutput().file().toPath()),
        Files.readString(builder.redirectError().file().toPath()));
  }

  private record Run(int exitCode, String out, String err) {
    /** The JVM's arguments after those that every run has. */
    String command() {
      assertThat(out).startsWith(JVM_OPTIONS);
      return out.substring(JVM_OPTIONS.length())
          .replaceFirst("\\[[^\\[]*/bottrace\\.jar]", "[JAR]");
    }
  }
}
