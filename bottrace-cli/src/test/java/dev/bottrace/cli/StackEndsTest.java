package dev.bottrace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Probes that come for the first time where the program has used up its stack. The JVM complains on
 * standard error of each class that it has to load there and can't show to the agent.
 */
class StackEndsTest extends InstallationFixture {
  StackEndsTest(@TempDir Path temp) throws IOException {
    super(temp);
    BottraceProcess programs = new BottraceProcess(file("program"));
    programs.compile(
        "Deep",
        """
        import java.util.*;
        public class Deep {
          final int level;
          Deep(int n) {
            this(n, "x");
          }
          Deep(int n, String s) {
            level = n;
          }
          static int deep(int n) {
            try {
              return deep(n + 1) + 1;
            } catch (StackOverflowError e) {
              return at(n, "text", new Deep(n), new ArrayList<>());
            }
          }
          static int at(int n, String text, Deep deep, List<Object> list) {
            int twice = n * 2;
            list.add(text);
            return twice - n + list.size();
          }
          static int plain(int n) {
            return plain(n + 1) + 1;
          }
          static int often() {
            int sum = 0;
            for (int i = 0; i < 3; i++) {
              sum += Math.min(1, deep(0));
              try {
                plain(0);
              } catch (StackOverflowError e) {
                sum++;
              }
            }
            return sum;
          }
        }
        """);
    programs.compile(
        "Stacks",
        """
        public class Stacks {
          public static void main(String[] a) throws Exception {
            java.io.PrintStream out = System.out;
            System.in.read();
            out.println(Deep.often());
            System.in.read();
          }
        }
        """);
  }

  private static final String VALUES =
      "breakpoint=Deep.java:19 if n > 3,watch=n * 2,watch=deep.level,watch=list.size(),locals";

  private static Stream<String> logged(Path log) throws IOException {
    return Files.readAllLines(log).stream();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "calls",
        "calls,args,returns",
        "calls,async",
        "calls,calls-to=java.util",
        "calls,max-events=5000",
        "calls,format=ndjson,max-depth=20",
        "calls,async,format=ndjson",
        "calls,format=compact",
        "calls,args,format=compact",
        "call-counts",
        "call-counts,calls-to=java.util",
        "call-counts,max-events=5000",
        "on-exception=snapshot",
        "on-exception=snapshot,locals",
        "breakpoint=Deep.java:20,snapshots=50",
        "breakpoint=Deep.at if text.length() > 3,locals,watch=deep,format=ndjson",
        "breakpoint=Deep.plain if n > 4000,watch=n * 2,locals,json-out=snapshots.json",
        VALUES
      })
  void the_jvm_says_nothing_to_an_agent_of_the_program(String options) throws Exception {
    Path log = file("classes");
    List<Object> command = new ArrayList<>(List.of(environment.get("BOTTRACE_JAVA")));
    command.add("-javaagent:" + jar + "=" + options + ",out=trace");
    command.addAll(List.of("-Xlog:class+load:file=" + log, "-cp", "program", "Stacks"));
    ProcessBuilder program = builder("java", command.toArray()).directory(temp.toFile());

    Run run = run(program.redirectInput(Files.writeString(file("input"), "\n\n").toFile()));

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).isEqualTo("6\n");
    assertThat(run.err().lines())
        .allMatch(line -> line.startsWith("bottrace: ") || line.startsWith("MAX_"));
    assertThat(logged(log).dropWhile(line -> !line.contains(" Deep source")))
        .noneMatch(line -> line.contains(" dev.bottrace.") && !line.contains("$$Lambda"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "calls,args,returns",
        "call-counts",
        "calls,calls-to=java.util",
        "breakpoint=Deep.at,locals",
        VALUES
      })
  void nor_where_we_attach(String options) throws Exception {
    Path stderr = file("stderr");
    ProcessBuilder program =
        builder(
                "java",
                environment.get("BOTTRACE_JAVA"),
                "-XX:+EnableDynamicAgentLoading",
                "-cp",
                "program",
                "Stacks")
            .directory(temp.toFile())
            .redirectInput(Redirect.PIPE)
            .redirectOutput(Redirect.PIPE)
            .redirectError(stderr.toFile());
    Process process = program.start();
    List<Object> attach =
        new ArrayList<>(List.of(launcher, "attach", "--out", file("trace"), process.pid()));
    for (String option : options.split(",", -1)) {
      attach.addAll(Arrays.asList(("--" + option).split("=", 2)));
    }
    Process client =
        builder("attach", attach.toArray())
            .redirectErrorStream(true)
            .redirectOutput(Redirect.PIPE)
            .start();
    try (BufferedReader said = client.inputReader(StandardCharsets.UTF_8);
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        BufferedWriter in = process.outputWriter(StandardCharsets.UTF_8)) {
      assertThat(said.readLine()).contains("Stacks");
      in.write("\n\n");
      in.flush();
      assertThat(out.readLine()).isEqualTo("6");
      assertThat(process.waitFor()).isZero();
      client.waitFor();
    } finally {
      process.destroyForcibly();
      client.destroyForcibly();
    }

    assertThat(stderr).content().isEmpty();
  }
}
