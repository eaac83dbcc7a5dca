package dev.bottrace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In a source checkout the launcher builds the jar on first use. */
class LauncherBuildTest extends LauncherFixture {
  LauncherBuildTest(@TempDir Path temp) throws IOException {
    super(temp);
  }

  @Test
  void builds_the_jar_of_a_source_checkout_once_and_keeps_stdout_clean() throws Exception {
    Checkout checkout =
        checkout("echo \"mvn $*\"; read -r line; echo \"read <$line>\"; : >\"$jar\"");

    Run first = run(builder("first", checkout.script(), "run"));
    Run second = run(builder("second", checkout.script(), "run"));

    String root = checkout.script().resolveSibling("../../pom.xml").toString();
    assertThat(first.err().lines())
        .containsExactly(
            "bottrace: building bottrace.jar (first use)",
            "mvn -q -B -f " + root + " -pl bottrace-cli -am -Dlauncher -Dstyle.color=never package",
            "read <>");
    assertThat(first.command()).isEqualTo("[-cp][JAR][dev.bottrace.cli.Main][run]");
    assertThat(second).isEqualTo(new Run(0, first.out(), ""));
    assertThat(checkout.target())
        .isDirectoryContaining("glob:**/bottrace.jar")
        .isDirectoryNotContaining("glob:**lock*");
  }

  @Test
  void builds_with_the_java_it_runs_on_if_that_is_a_jdk() throws Exception {
    Checkout checkout = checkout("echo \"home <$JAVA_HOME>\"; exit 1");
    environment.put("JAVA_HOME", "of the user");

    assertThat(run(builder("jre", checkout.script())).err()).contains("home <of the user>");
    program("jdk/bin/javac", "");
    assertThat(run(builder("jdk", checkout.script())).err()).contains("home <" + file("jdk") + ">");
  }

  @Test
  void says_that_the_build_failed_and_leaves_no_half_built_jar() throws Exception {
    Checkout checkout = checkout("echo half >\"$jar\"; echo BUILD FAILURE; exit 1");

    Run run = run(builder("fails", checkout.script(), "run"));

    assertThat(run.exitCode()).isEqualTo(125);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .endsWith("BUILD FAILURE\nbottrace: error: building bottrace.jar failed\n");
    assertThat(checkout.target()).isEmptyDirectory();
  }

  @Test
  void says_that_maven_is_missing() throws Exception {
    Checkout checkout = checkout("");
    Files.delete(file("path/mvn"));

    assertThat(run(builder("missing", checkout.script(), "run")))
        .isEqualTo(error("bottrace.jar is not built yet, and no mvn is on PATH to build it"));
  }

  @Test
  void builds_once_for_several_launchers_at_a_time() throws Exception {
    Checkout checkout = checkout("echo half >\"$jar\"; sleep 2; echo whole >\"$jar\"");
    useJava(
        "jdk",
        "21",
        "while [ \"$1\" != -cp ]; do shift; done; read -r line <\"$2\"; echo \"$line\"");

    List<ProcessBuilder> builders = new ArrayList<>();
    List<Process> processes = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      builders.add(builder("parallel " + i, checkout.script(), "run"));
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
    Path lock = Files.createDirectories(checkout.target().resolve("launcher.lock"));
    Files.writeString(lock.resolve("owner"), host + " " + dead.pid() + "\n");
    Files.writeString(checkout.target().resolve("bottrace.jar"), "half\n");

    assertThat(run(builder("takes over", checkout.script(), "run")).exitCode()).isZero();
    assertThat(checkout.target().resolve("bottrace.jar")).hasContent("whole");
    assertThat(lock).doesNotExist();
  }

  @Test
  void stops_the_build_and_gives_the_lock_back_on_sigterm() throws Exception {
    Checkout checkout = checkout("echo half >\"$jar\"; echo $$; exec sleep 100");
    ProcessBuilder builder = builder("sigterm", checkout.script(), "run");
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
    assertThat(checkout.target()).isEmptyDirectory();
  }
}
