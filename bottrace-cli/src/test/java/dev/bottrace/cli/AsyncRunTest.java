package dev.bottrace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tasks are linked in both kinds of start, by the agent, and in files that are printed later. */
class AsyncRunTest extends InstallationFixture {
  private static final String TRACE =
      """
      CALL Jobs.main Jobs.java:5 (a=String[0][])
      CALL Jobs.submit Jobs.java:12
      RETURN Jobs.submit
      RETURN Jobs.main
      CALL Jobs.lambda$submit$0 Jobs.java:12 [one] from Jobs.submit Jobs.java:12
      CALL Jobs.work Jobs.java:16 [one] (n=7)
      RETURN Jobs.work [one]
      RETURN Jobs.lambda$submit$0 [one]
      CALL Jobs.work Jobs.java:16 [two] from Jobs.main Jobs.java:8 (n=8)
      RETURN Jobs.work [two]
      """;

  AsyncRunTest(@TempDir Path temp) throws IOException {
    super(temp);
    new BottraceProcess(file("program"))
        .compile(
            "Jobs",
            """
            import java.util.concurrent.*;
            import java.util.function.*;
            public class Jobs {
              public static void main(String[] a) throws Exception {
                ExecutorService pool = Executors.newSingleThreadExecutor(Inner.named("one"));
                CountDownLatch go = Inner.block(pool); Future<?> f = submit(pool); go.countDown(); f.get();
                pool.shutdown(); pool.awaitTermination(1, TimeUnit.MINUTES);
                Thread two = Inner.run(8); two.start();
                two.join();
              }
              static Future<?> submit(ExecutorService pool) {
                return pool.submit(() -> work(7));
              }

              static void work(int n) {
                if (n > 8) {
                  throw new IllegalArgumentException();
                }
              }
              interface Inner {
                static CountDownLatch block(ExecutorService pool) {
                  CountDownLatch go = new CountDownLatch(1);
                  pool.submit(() -> go.await(1, TimeUnit.MINUTES));
                  return go;
                }
                static ThreadFactory named(String name) { return body -> new Thread(body, name); }
                static Thread run(int n) { return new Thread(() -> work(n), "two"); }
              }
            }
            """);
  }

  private Run bottrace(String... arguments) throws IOException, InterruptedException {
    List<Object> command = new ArrayList<>(List.of(launcher));
    command.addAll(List.of(arguments));
    return run(builder("jobs", command.toArray()).directory(temp.toFile()));
  }

  /** Threads overlap: their lines stand together here, and executors have no values. */
  private String trace() throws IOException {
    return Files.readAllLines(file("trace.txt")).stream()
        .map(line -> line.replaceAll(" \\(pool=.*", ""))
        .sorted(Comparator.comparing(line -> line.replaceAll("^[^\\[]*(\\[(one|two)\\])?.*", "$1")))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  /** The lambdas of the inner class are left out, so that only lines of one class are left. */
  @ParameterizedTest
  @ValueSource(strings = {"-J-Dany=thing", "-J-Xshare:auto"}) // a prepared start, and a plain one
  void a_run_links_tasks(String start) throws Exception {
    Run run =
        bottrace(
            "run",
            "--calls",
            "--args",
            "--async",
            "--exclude",
            "Jobs$Inner",
            start,
            "--out",
            "trace.txt",
            "-cp",
            "program",
            "Jobs");

    assertThat(run).isEqualTo(new Run(0, "", ""));
    assertThat(trace()).isEqualTo(TRACE);
  }

  @Test
  void the_agent_links_tasks() throws Exception {
    Run run =
        run(
            builder(
                    "agent",
                    environment.get("BOTTRACE_JAVA"),
                    "-javaagent:" + jar + "=calls,async,args,exclude=Jobs$Inner,out=trace.txt",
                    "-cp",
                    "program",
                    "Jobs")
                .directory(temp.toFile()));

    assertThat(run).isEqualTo(new Run(0, "", ""));
    assertThat(trace()).isEqualTo(TRACE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "ndjson"})
  void a_file_prints_as_it_was_written(String form) throws Exception {
    String[] options = {"--calls", "--async", "--exclude", "Jobs$Inner", "-cp", "program", "Jobs"};
    for (String way : List.of(form, "compact")) {
      List<String> command = new ArrayList<>(List.of("run", "--format", way, "--out", way));
      command.addAll(List.of(options));
      assertThat(bottrace(command.toArray(new String[0]))).isEqualTo(new Run(0, "", ""));
    }
    String written = Files.readString(file(form));

    assertThat(written).contains("Jobs.submit");
    assertThat(bottrace("print", "--format", form, "compact")).isEqualTo(new Run(0, written, ""));
  }
}
