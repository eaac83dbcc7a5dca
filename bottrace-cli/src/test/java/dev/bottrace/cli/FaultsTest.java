package dev.bottrace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bottrace.cli.BottraceProcess.Run;
import dev.bottrace.cli.BottraceProcess.Running;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What goes wrong around a program, or what it does to its JVM: it ends as under {@code java}, and
 * the trace is whole, or it is said where it is cut. See docs/faults.md.
 */
@DisabledOnOs(OS.WINDOWS)
@Timeout(120)
class FaultsTest {
  private final Path directory;
  private final BottraceProcess processes;

  FaultsTest(@TempDir Path directory) throws IOException {
    this.directory = directory;
    processes = new BottraceProcess(directory);
    processes.compile(
        "Faults",
        """
        import java.io.*;
        import java.lang.ref.*;
        import java.util.*;
        public class Faults {
          static int leaf(int n) { return n + 1; }
          static int nest(int n) { return n == 0 ? leaf(0) : nest(n - 1) + nest(n - 1); }
          static int deep(int n) { return n == 0 ? 0 : 1 + deep(n - 1); }
          static int caught(int n) {
            try { return 1 + caught(n + 1); }
            catch (StackOverflowError e) { return leaf(0); }
            finally { leaf(n); }
          }
          static void children() throws Exception {
            System.out.println("before");
            for (int i = 0; i < 3; i++) {
              new ProcessBuilder("sh", "-c", "echo child " + i + "; echo error >&2").inheritIO().start().waitFor();
              leaf(i);
            }
            Process cat = Runtime.getRuntime().exec(new String[] {"sh", "-c", "cat; exit 3"});
            cat.getOutputStream().write("through".getBytes());
            cat.getOutputStream().close();
            System.out.println(new String(cat.getInputStream().readAllBytes()) + cat.waitFor());
          }
          static void redirect() {
            PrintStream old = System.out;
            ByteArrayOutputStream kept = new ByteArrayOutputStream();
            System.setOut(new PrintStream(kept, true));
            System.setErr(System.out);
            System.out.println("kept");
            System.err.println("this too");
            leaf(1);
            System.setOut(old);
            System.out.println(kept.size());
            System.out.close();
            leaf(2);
            System.out.println("nobody sees this");
          }
          static void handlers() throws Exception {
            Thread.setDefaultUncaughtExceptionHandler(
                (t, e) -> { leaf(9); System.out.println("default " + t.getName() + " " + e); });
            Thread own = new Thread(() -> { nest(2); throw new IllegalStateException("1"); }, "own");
            own.setUncaughtExceptionHandler(
                (t, e) -> { System.out.println("own " + e); throw new RuntimeException("handler"); });
            own.start();
            own.join();
            Thread other = new Thread(() -> { throw new IllegalStateException("2"); }, "other");
            other.start();
            other.join();
            throw new IllegalStateException("3");
          }
          @SuppressWarnings("removal")
          static void security() {
            System.setSecurityManager(new SecurityManager() {
              @Override public void checkPermission(java.security.Permission p) {
                leaf(1);
                if (p.getName().equals("exitVM.9")) throw new SecurityException("no exit");
              }
            });
            try { System.exit(9); } catch (SecurityException e) { System.out.println(e.getMessage()); }
            try { Runtime.getRuntime().halt(9); } catch (SecurityException e) { System.out.println(e.getMessage()); }
            System.exit(nest(3) - 4);
          }
          static class Defines extends ClassLoader {
            Class<?> define(byte[] b) { return defineClass("Plugin", b, 0, b.length, Faults.class.getProtectionDomain()); }
          }
          static void unload() throws Exception {
            byte[] classFile = Faults.class.getResourceAsStream("Plugin.class").readAllBytes();
            List<Reference<?>> loaders = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
              Defines loader = new Defines();
              loader.define(classFile).getMethod("call").invoke(null);
              loaders.add(new WeakReference<>(loader));
            }
            while (loaders.stream().filter(loader -> loader.get() != null).count() > 1) System.gc();
            System.out.println("unloaded");
          }
          static void endless(String said) throws Exception {
            for (int i = 0; ; i++) { nest(8); if (i == 100) System.out.println(said); }
          }
          public static void main(String[] a) throws Exception {
            switch (a[0]) {
              case "children": children(); break;
              case "redirect": redirect(); break;
              case "handlers": handlers(); break;
              case "security": security(); break;
              case "unload": unload(); break;
              case "overflow": System.out.println(caught(0) > 0); break;
              case "endless": endless("up"); break;
              case "many": System.out.println(nest(15)); System.err.println("went on"); break;
              case "million":
                int[] depth = new int[1];
                Thread t = new Thread(null, () -> depth[0] = deep(1_000_000), "deep", 1L << 30);
                t.start();
                t.join();
                System.out.println(depth[0]);
            }
          }
        }
        """);
    processes.compile(
        "Plugin",
        """
        public class Plugin {
          public static int call() { return inner(); }
          static int inner() { return 1; }
        }
        """);
  }

  private void endsAsUnderJava(String end, String options) throws Exception {
    String[] arguments = {"-cp", ".", "Faults", end};
    String line = "run --calls --out trace " + options + " " + String.join(" ", arguments);
    Run traced = processes.bottrace(line.trim().split(" +"));

    assertThat(traced).isEqualTo(processes.java(arguments));
    processes.trace("trace").isBalanced();
  }

  @ParameterizedTest
  @ValueSource(strings = {"children", "redirect", "handlers", "unload"})
  void ends_as_under_java(String end) throws Exception {
    endsAsUnderJava(end, "");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "--args --returns", "--on-exception snapshot --locals"})
  void no_probe_shows_where_the_stack_ends_again_and_again(String options) throws Exception {
    endsAsUnderJava("overflow", options);
  }

  @Test
  void a_million_calls_may_be_open() throws Exception {
    endsAsUnderJava("million", "");

    assertThat(Files.readString(directory.resolve("trace"))).hasLineCount(2_000_006);
  }

  @Test
  @EnabledForJreRange(max = JRE.JAVA_17, disabledReason = "later JDKs refuse security managers")
  void a_security_manager_is_asked_as_under_java() throws Exception {
    endsAsUnderJava("security", "");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "ndjson"})
  void what_was_written_before_a_kill_is_whole_but_for_the_last_line(String form) throws Exception {
    String line = "run --calls --out trace --format " + form + " -cp . Faults endless";
    Running running = processes.launch(List.of(), line.split(" "));
    running.readLines(1);
    new ProcessBuilder("kill", "-9", "" + running.process().pid()).start().waitFor();
    running.process().waitFor();

    assertThat(events(form)).hasSizeGreaterThan(100);
  }

  @ParameterizedTest
  @CsvSource({"text, 65", "ndjson, 64"})
  void what_fits_on_the_disk_is_whole_but_for_the_last_line(String form, int kilobytes)
      throws Exception {
    Run full =
        processes.shell(
            "ulimit -f "
                + kilobytes
                + "; $BOTTRACE run --calls --out trace --format "
                + form
                + " -cp . Faults many");

    assertThat(full)
        .isEqualTo(
            new Run(
                125,
                "32768\n",
                "bottrace: error: cannot write the trace to trace: File too large\nwent on\n"));
    assertThat(Files.size(directory.resolve("trace"))).isEqualTo(kilobytes * 1024L);
    assertThat(events(form)).hasSizeGreaterThan(100);
  }

  /** Returns the lines of the trace that have an end, of which each must be an event. */
  private List<String> events(String form) throws IOException {
    String trace = Files.readString(directory.resolve("trace"));
    List<String> lines = trace.substring(0, trace.lastIndexOf('\n') + 1).lines().toList();
    assertThat(lines)
        .allMatch(
            line ->
                form.equals("text")
                    ? TraceLines.isEvent(line)
                    : line.startsWith("{\"event\":\"") && line.endsWith("}"));
    return lines;
  }
}
