package dev.bottrace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bottrace.cli.BottraceProcess.Run;
import dev.bottrace.cli.BottraceProcess.Start;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What {@code java} does not load is not loaded here either, and is said in the same words. */
@DisabledOnOs(OS.WINDOWS)
@Timeout(120)
@ParameterizedClass
@EnumSource(Start.class)
class DamagedProgramTest {
  private static final List<String> DAMAGED = List.of("Begin", "End", "Unreadable", "Signed");

  /** Tells what becomes of loading classes, and whose code that shows. */
  private static final String LOADS =
      """
      public class Loads {
        public static void main(String[] names) {
          for (String name : names) {
            try {
              System.out.println(Class.forName(name));
            } catch (Throwable t) {
              for (Throwable c = t; c != null; c = c.getCause()) {
                System.out.println(c);
                for (StackTraceElement frame : c.getStackTrace()) {
                  if (frame.getClassName().startsWith("dev.bottrace")) System.out.println(frame);
                }
              }
            }
          }
        }
      }
      """;

  private final BottraceProcess processes;
  private final Path directory;

  DamagedProgramTest(Start start, @TempDir Path directory) {
    this.directory = directory;
    processes = new BottraceProcess(directory, start);
  }

  @Test
  void damaged_classes_are_refused_in_the_words_of_java() throws Exception {
    processes.compile("Loads", LOADS);
    for (String name : DAMAGED) {
      processes.compile(name, "public class " + name + " { int work() { return 4; } }");
    }
    change("Begin.class", bytes -> with(bytes, 3, 1));
    change("End.class", bytes -> Arrays.copyOf(bytes, bytes.length + 3));
    tool("jar", "cf", "unreadable.jar", "Unreadable.class");
    change(
        "unreadable.jar",
        bytes -> with(bytes, text(bytes).indexOf("able.class") + "able.class".length(), 20));
    tool("jar", "cf", "signed.jar", "Signed.class");
    sign("signed.jar");
    processes.compile("Signed", "public class Signed { int work() { return 5; } }");
    tool("jar", "uf", "signed.jar", "Signed.class");
    for (String name : List.of("Unreadable", "Signed")) {
      Files.delete(directory.resolve(name + ".class"));
    }
    List<String> loads = new ArrayList<>();
    loads.addAll(
        List.of("-cp", String.join(File.pathSeparator, ".", "unreadable.jar", "signed.jar")));
    loads.add("Loads");
    loads.addAll(DAMAGED);
    Run plain = processes.java(loads.toArray(new String[0]));
    loads.addAll(0, List.of("run", "--calls", "--breakpoint=End.work", "--out=trace.txt"));
    Run run = processes.bottrace(loads.toArray(new String[0]));

    assertThat(plain.stdout())
        .contains(
            "Incompatible magic value 3405691647 in class file Begin",
            "Extra bytes at the end of class file End",
            "java.lang.ClassNotFoundException: Unreadable",
            "java.lang.SecurityException: SHA-")
        .doesNotContain("bottrace");
    assertThat(run.stdout()).isEqualTo(plain.stdout());
    assertThat(run.stderr())
        .contains("Begin: class file of version ", " is not traced: it does not begin as")
        .contains("End: class file of version ", " is not traced: there are bytes behind its end");
    assertThat(run.exit()).isZero();
  }

  private void change(String name, UnaryOperator<byte[]> change) throws IOException {
    Path file = directory.resolve(name);
    Files.write(file, change.apply(Files.readAllBytes(file)));
  }

  private static byte[] with(byte[] bytes, int from, int count) {
    Arrays.fill(bytes, from, from + count, (byte) 0xFF);
    return bytes;
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private void sign(String jar) throws Exception {
    String[] key = "-keystore keys -storepass changeit".split(" ");
    String pair = "-genkeypair -alias key -keyalg EC -dname CN=key ";
    tool("keytool", (pair + String.join(" ", key)).split(" "));
    tool("jarsigner", (String.join(" ", key) + " " + jar + " key").split(" "));
  }

  private void tool(String name, String... arguments) throws Exception {
    String[] command = {Path.of(System.getProperty("java.home"), "bin", name).toString()};
    Process tool =
        new ProcessBuilder(Stream.of(command, arguments).flatMap(Stream::of).toList())
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .start();
    String said = text(tool.getInputStream().readAllBytes());
    assertThat(tool.waitFor()).as(said).isZero();
  }

  @Test
  void a_main_class_in_a_package_of_the_jdk_is_refused_in_one_line() throws Exception {
    processes.compile(
        "Evil", "package jaba.evil; public class Evil { public static void main(String[] a) {} }");
    Path evil = Files.createDirectories(directory.resolve("java/evil")).resolve("Evil.class");
    String code = text(Files.readAllBytes(directory.resolve("jaba/evil/Evil.class")));
    Files.writeString(evil, code.replace("jaba/", "java/"), StandardCharsets.ISO_8859_1);

    assertThat(processes.bottrace("run", "--calls", "-cp", ".", "java.evil.Evil"))
        .isEqualTo(
            new Run(
                126,
                "",
                "bottrace: error: class java.evil.Evil can't be loaded:"
                    + " java.lang.SecurityException: Prohibited package name: java.evil\n"));
  }
}
