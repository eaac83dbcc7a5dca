package dev.bottrace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bottrace.cli.BottraceProcess.Run;
import dev.bottrace.cli.BottraceProcess.Running;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Trace and output of a program share stdout, in the order in which they happened. */
@DisabledOnOs(OS.WINDOWS)
@Timeout(120)
class ProgramStreamsTest {
  private final BottraceProcess processes;

  ProgramStreamsTest(@TempDir Path directory) {
    processes = new BottraceProcess(directory);
  }

  @Test
  void keeps_lines_whole_whatever_way_they_are_written() throws Exception {
    processes.compile(
        "Writes",
        """
        import java.io.PrintStream;
        public class Writes {
          static void call() {}
          public static void main(String[] a) throws Exception {
            System.out.print("a"); call(); System.out.print("b"); call(); System.out.println("c");
            for (byte b : "d\\ne".getBytes()) { System.out.write(b); call(); }
            System.out.println();
            PrintStream old = System.out;
            System.setOut(new PrintStream(old) {
              @Override public void println(String s) { call(); super.println("[" + s + "]"); }
            });
            System.out.println("f");
            System.setOut(old);
            Thread[] threads = new Thread[4];
            for (int i = 0; i < threads.length; i++) {
              threads[i] = new Thread(() -> { for (int j = 0; j < 50; j++) { call(); System.out.println("same"); } });
              threads[i].start();
            }
            for (Thread t : threads) t.join();
            System.out.print("last");
          }
        }
        """);
    Run plain = processes.java("-cp", ".", "Writes");
    Run traced = processes.bottrace("run", "--calls", "-cp", ".", "Writes");

    assertThat(traced.program()).isEqualTo(plain);
    assertThat(traced.trace()).filteredOn(line -> line.startsWith("CALL Writes.call")).hasSize(206);
    assertThat(traced.stdout()).contains("RETURN Writes.call\nabc\nCALL");
  }

  @Test
  void writes_at_once_where_a_program_writes_past_the_stream() throws Exception {
    processes.compile(
        "Direct",
        """
        import java.io.*;
        public class Direct {
          static void call() {}
          public static void main(String[] a) throws Exception {
            PrintStream raw = new PrintStream(new FileOutputStream(FileDescriptor.out));
            call(); raw.println("raw"); System.out.println("out"); call();
            new ProcessBuilder("echo", "child").inheritIO().start().waitFor();
          }
        }
        """);
    assertThat(processes.bottrace("run", "--calls", "-cp", ".", "Direct").stdout())
        .isEqualTo(
            """
            CALL Direct.main Direct.java:5
            CALL Direct.call Direct.java:3
            RETURN Direct.call
            raw
            out
            CALL Direct.call Direct.java:3
            RETURN Direct.call
            child
            RETURN Direct.main
            """);
  }

  @Test
  void shows_a_prompt_before_it_is_answered() throws Exception {
    processes.compile(
        "Asks",
        """
        public class Asks {
          static String answer() throws Exception { return new String(System.in.readAllBytes()); }
          public static void main(String[] a) throws Exception {
            System.out.print("name? ");
            System.out.println("hi " + answer());
          }
        }
        """);
    String[] traced = {"run", "--calls", "-cp", ".", "Asks"};
    assertThat(processes.launch(List.of(), traced).await("bob").stdout())
        .isEqualTo(
            """
            CALL Asks.main Asks.java:4
            CALL Asks.answer Asks.java:2
            name? hi bob
            RETURN Asks.answer
            RETURN Asks.main
            """);
    String[] counted = {"run", "--call-counts", "-cp", ".", "Asks"};
    assertThat(processes.launch(List.of(), counted).await("bob").stdout())
        .startsWith("name? hi bob\nCall Counts (Top 10):\n");
  }

  @Test
  void holds_nothing_back_where_no_trace_comes_between_lines() throws Exception {
    processes.compile(
        "Dots",
        """
        public class Dots {
          static void dot() { System.out.print("."); System.out.flush(); }
          public static void main(String[] a) throws Exception {
            dot(); dot();
            System.exit(new java.util.Scanner(new java.io.File("/dev/stdin").toURI().toURL().openStream()).nextInt());
          }
        }
        """);
    String[][] all = {
      {"run", "-cp", ".", "Dots", "--breakpoint", "Dots.dot", "--json-out", "dots.json"},
      {"run", "-cp", ".", "Dots", "--on-exception", "snapshot"}
    };
    for (String[] arguments : all) {
      Running run = processes.launch(List.of(), arguments);
      // before the program is given what it waits for
      assertThat(run.process().getInputStream().readNBytes(2)).asString().isEqualTo("..");
      assertThat(run.await("7\n")).isEqualTo(new Run(7, "", ""));
    }
  }
}
