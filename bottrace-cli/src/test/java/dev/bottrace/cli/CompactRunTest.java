package dev.bottrace.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bottrace.cli.BottraceProcess.Run;
import dev.bottrace.cli.BottraceProcess.Running;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code print} makes of a compact trace is what the run would have written. */
@DisabledOnOs(OS.WINDOWS)
@Timeout(300)
class CompactRunTest {
  private final Path directory;
  private final BottraceProcess processes;

  CompactRunTest(@TempDir Path directory) throws IOException {
    this.directory = directory;
    processes = new BottraceProcess(directory);
    processes.compile(
        "App",
        """
        import java.util.*;
        public class App {
          record Order(int id, String note) {}
          static int depth(int n) { return n == 0 ? 0 : 1 + depth(n - 1); }
          static Object echo(Object o) { return o; }
          static void fails(int n) {
            try { if (n == 0) throw new IllegalArgumentException("no \\ud83d \\n"); fails(n - 1); }
            finally { depth(1); }
          }
          static void calls(int n) { for (int i = 0; i < n; i++) depth(i % 5); }
          static void wait(String said) throws Exception {
            System.out.println(said);
            Thread.sleep(60000);
          }
          static void apart(String name, Runnable task) throws Exception {
            Thread thread = new Thread(task, name);
            thread.start();
            thread.join();
          }
          public static void main(String[] a) throws Exception {
            calls(20);
            echo(new Order(5, "x\\u2028y"));
            echo(List.of("a", Map.of("k", new int[] {1, 2})));
            apart("worker \\ud83e\\uddf5", () -> { calls(7); depth(2); });
            try { fails(2); } catch (IllegalArgumentException e) { echo(e); }
            switch (a[0]) {
              case "exit": depth(1); System.exit(3);
              case "halt": Runtime.getRuntime().halt(4);
              case "uncaught": fails(1); break;
              case "uncaught-elsewhere": apart("t", () -> fails(1)); break;
              case "another": apart("d", () -> calls(1)); break;
              case "overflow":
                for (int i = 0; i < 3; i++) try { depth(-1); } catch (StackOverflowError e) { depth(1); }
                break;
              case "waits": wait("up"); break;
              case "threads":
                List<Thread> all = new ArrayList<>();
                for (int i = 0; i < 4; i++) all.add(new Thread(() -> calls(2000), "t" + i));
                for (Thread thread : all) thread.start();
                for (Thread thread : all) thread.join();
                break;
              case "many":
                for (int i = 0; ; i++, Thread.sleep(10)) { calls(1000); if (i == 10) System.out.println("up"); }
              default:
            }
          }
        }
        """);
  }

  private Run run(String options, String end) throws Exception {
    return processes.bottrace(("run " + options + " -cp . App " + end).split(" "));
  }

  /** Prints within this JVM. */
  private Run printed(String options) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    String line = "print " + directory.resolve("trace.bt") + ' ' + options;
    int exit =
        Bottrace.run(
            new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), line.split(" "));
    return new Run(exit, out.toString(UTF_8), err.toString(UTF_8));
  }

  private String print(String options) {
    Run printed = printed(options);
    assertThat(printed.stderr()).isEmpty();
    assertThat(printed.exit()).isZero();
    return printed.stdout();
  }

  private String file(String name) throws IOException {
    return Files.readString(directory.resolve(name));
  }

  /** The time of a snapshot is the one thing that differs between two runs. */
  private static String timeless(String trace) {
    return trace.replaceAll("\"timestamp\":[0-9.]+", "\"timestamp\":0");
  }

  private void assertPrintsWhatRunWrites(String form, String options, String end) throws Exception {
    Run compact = run(options + " --format compact --out trace.bt", end);
    assertThat(compact).isEqualTo(run(options + " --format " + form + " --out trace", end));
    assertThat(timeless(print("--format " + form))).isEqualTo(timeless(file("trace"))).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"return", "exit", "halt", "uncaught", "uncaught-elsewhere"})
  void prints_what_run_writes_whatever_the_end(String end) throws Exception {
    assertPrintsWhatRunWrites("text", "--calls", end);
  }

  @ParameterizedTest
  @CsvSource({
    "ndjson, --calls --args --returns",
    "text, --calls --args --returns --max-depth 2",
    "text, --calls --max-events 30",
    "ndjson, --calls --max-events 0 --breakpoint App.echo",
    "text, --calls --call-counts",
    "ndjson, --call-counts --top 0",
    "text, --on-exception snapshot --locals",
    "ndjson, --calls --on-exception snapshot --json-out snapshots.json",
    "ndjson, --breakpoint App.echo --watch o --watch o.none --locals",
    "text, --calls --args --breakpoint App.fails --locals --on-exception snapshot --limit depth=9",
    "text, --calls --breakpoint App.echo --json-out snapshots.json --print-result"
  })
  void prints_what_run_writes_whatever_the_options(String form, String options) throws Exception {
    assertPrintsWhatRunWrites(form, options, "uncaught");
  }

  @Test
  void prints_what_run_writes_after_a_timeout() throws Exception {
    String options = "--calls --timeout 2 ";
    assertThat(run(options + "--format compact --out trace.bt", "waits").exit()).isEqualTo(124);
    assertThat(run(options + "--out trace", "waits").exit()).isEqualTo(124);
    assertThat(print("")).isEqualTo(file("trace")).endsWith("RETURN App.main !exit\n");
  }

  @Test
  void counts_have_as_many_rows_as_asked_for() throws Exception {
    run("--call-counts --format compact --out trace.bt", "return");
    assertThat(print("--top 2")).startsWith("Call Counts (Top 2):\n").hasLineCount(3);
    assertThat(print("--top 0")).startsWith("Call Counts:\n").hasLineCount(9);
    assertThat(print("--format ndjson --top 0")).hasLineCount(8);
  }

  @Test
  void events_of_several_threads_are_all_there() throws Exception {
    run("--calls --format compact --out trace.bt", "threads");
    List<String> lines = print("").lines().toList();
    new TraceLines(lines).isBalanced();
    run("--calls --out trace", "threads");
    assertThat(lines.stream().sorted())
        .containsExactlyElementsOf(file("trace").lines().sorted().toList());
  }

  @Test
  void events_are_whole_where_the_stack_ends() throws Exception {
    Run run = run("--calls --args --format compact --out trace.bt", "overflow");
    assertThat(run).isEqualTo(new Run(0, "", ""));
    List<String> lines = print("").lines().toList();
    new TraceLines(lines).isBalanced();
    assertThat(lines).hasSizeGreaterThan(3000);
  }

  @Test
  void what_was_written_before_a_kill_is_printed() throws Exception {
    for (String end : List.of("waits", "many")) {
      String[] arguments =
          ("run --calls --format compact --out trace.bt -cp . App " + end).split(" ");
      Running running = processes.launch(List.of(), arguments);
      running.readLines(1);
      Thread.sleep(500); // more than what may be lost
      new ProcessBuilder("kill", "-9", "" + running.process().pid()).start().waitFor();
      running.process().waitFor();

      Run printed = printed("");
      assertThat(printed.exit()).isZero();
      assertThat(printed.stderr()).startsWith("bottrace: ").hasLineCount(1);
      assertThat(printed.stdout()).endsWith("\n");
      List<String> lines = printed.stdout().lines().toList();
      run("--calls --timeout 2 --max-events " + lines.size() + " --out trace", end);
      assertThat(lines).isEqualTo(file("trace").lines().toList()).hasSizeGreaterThan(150);
    }
  }

  @Test
  void what_fits_on_the_disk_is_printed() throws Exception {
    Run full =
        processes.shell(
            "ulimit -f 16; $BOTTRACE run --calls --format compact --out trace.bt -cp . App threads");
    assertThat(full.exit()).isEqualTo(125);
    assertThat(full.stderr()).startsWith("bottrace: error: cannot write the trace to trace.bt: ");
    Run printed = printed("");
    assertThat(printed.exit()).isZero();
    assertThat(printed.stderr()).contains("trace.bt ends in the middle of a chunk: ");
    assertThat(printed.stdout().lines()).allMatch(TraceLines::isEvent);
  }

  @Test
  void damage_is_told_of_after_what_stands_before_it() throws Exception {
    run("--calls --args --returns --format compact --out trace.bt", "threads");
    Path trace = directory.resolve("trace.bt");
    byte[] bytes = Files.readAllBytes(trace);
    assertThat(bytes).as("more than one chunk").hasSizeGreaterThan(70_000);
    bytes[bytes.length - 1000] ^= 1;
    Files.write(trace, bytes);

    Run printed = printed("");
    assertThat(printed.exit()).isEqualTo(125);
    assertThat(printed.stdout()).startsWith("CALL App.main").endsWith("\n");
    assertThat(printed.stderr())
        .startsWith("bottrace: error: ")
        .contains("trace.bt is damaged after byte ")
        .hasLineCount(1);
  }

  @Test
  void a_run_of_which_nothing_is_traced_leaves_an_empty_file() throws Exception {
    Run run = run("--format compact --out trace.bt --print-result", "return");
    assertThat(run.stdout()).isEqualTo("{\"result_file\": null, \"snapshots\": 0}\n");
    assertThat(file("trace.bt")).isEmpty();
    assertThat(printed("").stderr()).endsWith("trace.bt is empty\n");
    assertThat(printed("").exit()).isZero();
  }

  @Test
  void print_reads_pipes_and_says_what_could_not_be_written() throws Exception {
    run("--calls --format compact --out trace.bt", "threads");
    Run head = processes.shell("$BOTTRACE print trace.bt | head -1; exit ${PIPESTATUS[0]}");
    String error = "bottrace: error: cannot write the trace to ";
    assertThat(head)
        .isEqualTo(
            new Run(125, "CALL App.main App.java:21\n", error + "standard output: Broken pipe\n"));
    Run piped = processes.shell("cat trace.bt | $BOTTRACE print /dev/stdin");
    assertThat(piped.stdout()).isEqualTo(print(""));

    Run full = processes.shell("$BOTTRACE print trace.bt >/dev/full");
    assertThat(full.exit()).isEqualTo(125);
    assertThat(full.stderr()).isEqualTo(error + "standard output: No space left on device\n");
    Run named = processes.bottrace("print", "trace.bt", "--out", "/dev/full");
    assertThat(named.stderr()).isEqualTo(error + "/dev/full: No space left on device\n");
    Run itself = processes.bottrace("print", "trace.bt", "--out", "./trace.bt");
    assertThat(itself.stderr())
        .isEqualTo("bottrace: error: --out names the trace itself: ./trace.bt\n");
    assertThat(processes.bottrace("print", "trace.bt", "--out", "printed").stdout()).isEmpty();
    assertThat(file("printed")).isEqualTo(print(""));
  }
}
