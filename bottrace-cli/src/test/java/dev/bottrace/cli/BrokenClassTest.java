package dev.bottrace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bottrace.cli.BottraceProcess.Run;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A class that the JVM refuses once it is changed does not break the run. No such class is known;
 * so one of our own classes is replaced, by one that spoils what has a method called {@code
 * spoilt}.
 */
@EnabledOnOs(OS.LINUX)
@Timeout(120)
class BrokenClassTest {
  private static final String SPOILER =
      """
      package dev.bottrace.internal.instrument;

      import java.nio.charset.StandardCharsets;
      import java.util.List;
      import org.objectweb.asm.*;

      public final class InstrumentedClass {
        private final byte[] classFile;
        private final List<String> warnings;

        public InstrumentedClass(byte[] classFile, List<String> warnings) {
          String text = new String(classFile, StandardCharsets.ISO_8859_1);
          boolean spoils = text.contains("spoilt") && text.contains("dev/bottrace/runtime/Probes");
          this.classFile = spoils ? spoilt(classFile) : classFile;
          this.warnings = warnings;
        }

        private static byte[] spoilt(byte[] classFile) {
          ClassWriter writer = new ClassWriter(0);
          ClassVisitor spoiler = new ClassVisitor(Opcodes.ASM9, writer) {
            @Override
            public MethodVisitor visitMethod(int access, String name, String type, String generic, String[] thrown) {
              MethodVisitor method = super.visitMethod(access, name, type, generic, thrown);
              return !name.equals("spoilt") ? method : new MethodVisitor(Opcodes.ASM9, method) {
                @Override
                public void visitInsn(int opcode) {
                  super.visitInsn(opcode == Opcodes.IRETURN ? Opcodes.POP : opcode);
                  super.visitInsn(opcode == Opcodes.IRETURN ? Opcodes.IRETURN : Opcodes.NOP);
                }
              };
            }
          };
          new ClassReader(classFile).accept(spoiler, 0);
          return writer.toByteArray();
        }

        public byte[] classFile() {
          return classFile;
        }

        public List<String> warnings() {
          return warnings;
        }
      }
      """;

  private static final String ERROR =
      "com.acme.Bad could not be instrumented (VerifyError: Operand stack underflow)";

  private final Path directory;
  private final BottraceProcess processes;

  BrokenClassTest(@TempDir Path directory) throws IOException {
    this.directory = directory;
    Path classes = Files.createDirectory(directory.resolve("replaced"));
    Path source = Files.writeString(directory.resolve("InstrumentedClass.java"), SPOILER);
    String classPath = System.getProperty("java.class.path");
    int compiled =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-cp", classPath, "-d", classes.toString(), source.toString());
    assertThat(compiled).isZero();
    processes = BottraceProcess.replacing(classes, directory);
    processes.compile(
        "Bad", "package com.acme; public class Bad { public static int spoilt() { return 7; } }");
    processes.compile(
        "App",
        """
        public class App {
          static int bad() { return com.acme.Bad.spoilt(); }
          static int asks() throws Exception { return System.in.read(); }
          static String caught() {
            try { return "" + bad(); } catch (LinkageError e) { return "caught " + e.getClass(); }
          }
          public static void main(String[] a) throws Exception {
            switch (a[0]) {
              case "printed": System.out.println("begun"); break;
              case "read": asks(); break;
              case "threads":
                Thread t = new Thread(() -> { try { Thread.sleep(60_000); } catch (InterruptedException e) { return; } });
                t.setDaemon(true);
                t.start();
                break;
              case "file": java.nio.file.Files.writeString(java.nio.file.Path.of("written"), "x"); break;
            }
            System.out.println(a[0].equals("caught") ? caught() : "" + bad());
            System.out.println((char) asks());
            System.exit(3);
          }
        }
        """);
  }

  private Run run(String... arguments) throws Exception {
    return processes.launch(List.of(), arguments).await("xy");
  }

  @ParameterizedTest
  @ValueSource(strings = {"caught", "with space"})
  void the_program_runs_again_without_it_if_it_has_done_nothing_yet(String end) throws Exception {
    Run run = run("run", "--calls", "--out", "trace", "-cp", ".", "App", end, "");

    assertThat(run)
        .isEqualTo(new Run(3, "7\nx\n", "bottrace: " + ERROR + ", running again without it\n"));
    assertThat(Files.readString(directory.resolve("trace")))
        .startsWith("CALL App.main App.java:8\nCALL App.")
        .endsWith("RETURN App.asks\nRETURN App.main !exit\n")
        .doesNotContain("Bad", "Error");
  }

  @Test
  void trace_and_output_of_the_second_run_share_standard_output() throws Exception {
    Run run = run("run", "--calls", "-cp", ".", "App", "");
    for (int more = 20; more > 0 && run.stdout().contains("Error"); more--) {
      run = run("run", "--calls", "-cp", ".", "App", ""); // lines were out before: a slow machine
    }

    assertThat(run.stdout())
        .isEqualTo(
            """
            CALL App.main App.java:8
            CALL App.bad App.java:2
            RETURN App.bad
            7
            CALL App.asks App.java:3
            RETURN App.asks
            x
            RETURN App.main !exit
            """);
  }

  @ParameterizedTest
  @ValueSource(strings = {"printed", "read", "threads", "file"})
  void it_is_named_where_the_program_has_begun(String begun) throws Exception {
    Run run = run("run", "--calls", "--out", "trace", "-cp", ".", "App", begun);

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.stdout()).isEqualTo(begun.equals("printed") ? "begun\n" : "");
    assertThat(run.stderr())
        .startsWith(
            "bottrace: "
                + ERROR
                + "; the error is not the program's own: run it again with --exclude com.acme.Bad\n"
                + "Exception in thread \"main\" java.lang.VerifyError: Operand stack underflow\n");
  }

  @Test
  void what_is_told_helps() throws Exception {
    String line = "run --calls --exclude com.acme.Bad --out trace -cp . App printed";

    assertThat(run(line.split(" "))).isEqualTo(new Run(3, "begun\n7\nx\n", ""));
  }

  @Test
  void inside_a_host_a_notice_says_what_to_exclude() throws Exception {
    processes.file(
        "Host.java",
        """
        public class Host {
          public static void main(String[] a) throws Exception {
            var trace = dev.bottrace.Tracer.run("App", "").calls().execute();
            System.out.println(trace.exitCode() + " " + trace.notices());
          }
        }
        """);
    String ours = "replaced" + File.pathSeparator + System.getProperty("java.class.path");

    assertThat(processes.java("-cp", ours + File.pathSeparator + ".", "Host.java").stdout())
        .contains(
            "1 ["
                + ERROR
                + "; the error is not the program's own: run it again with exclude(\"com.acme.Bad\")]");
  }

  @Test
  void a_class_that_is_broken_in_itself_is_the_programs_own_affair() throws Exception {
    processes.compile(
        "Own", "package com.acme; public class Own { public static int value() { return 7; } }");
    Path own = directory.resolve("com/acme/Own.class");
    byte[] classFile = Files.readAllBytes(own);
    for (int i = 0; i + 1 < classFile.length; i++) {
      if (classFile[i] == 0x10 && classFile[i + 1] == 7) { // bipush 7; becomes fconst_1, nop
        classFile[i] = 0x0c;
        classFile[i + 1] = 0;
      }
    }
    Files.write(own, classFile);
    processes.compile(
        "Calls",
        "public class Calls { public static void main(String[] a) throws Exception {"
            + " Class.forName(\"com.acme.Own\").getMethod(\"value\").invoke(null); } }");

    Run run = run("run", "--calls", "--out", "trace", "-cp", ".", "Calls");

    assertThat(run.stderr()).contains("VerifyError");
    assertThat(run).isEqualTo(processes.java("-cp", ".", "Calls"));
  }

  @Test
  void a_class_is_looked_at_once_however_often_its_error_is_caught() throws Exception {
    processes.compile(
        "Catches",
        """
        import java.lang.management.ManagementFactory;
        public class Catches {
          static void fails() { throw new NoSuchMethodError("'void Catches.gone()'"); }
          static int caught(int times) {
            int caught = 0;
            for (int i = 0; i < times; i++) {
              try { fails(); } catch (LinkageError e) { caught++; }
            }
            return caught;
          }
          static long classes() {
            return ManagementFactory.getClassLoadingMXBean().getTotalLoadedClassCount();
          }
          public static void main(String[] a) {
            caught(2);
            long before = classes();
            System.out.println(caught(200) + " " + (classes() - before < 50));
          }
        }
        """);

    Run run = run("run", "--calls", "--out", "trace", "-cp", ".", "Catches");

    assertThat(run.stdout()).isEqualTo("200 true\n");
  }
}
