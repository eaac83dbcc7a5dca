package dev.bottrace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bottrace.cli.BottraceProcess.Run;
import dev.bottrace.cli.BottraceProcess.Start;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A program finds the same JVM around it as under {@code java}. */
@DisabledOnOs(OS.WINDOWS)
@Timeout(120)
@ParameterizedClass
@EnumSource(Start.class)
class ProgramLookTest {
  private final BottraceProcess processes;
  private final Path directory;

  ProgramLookTest(Start start, @TempDir Path directory) throws IOException {
    this.directory = directory;
    processes = new BottraceProcess(directory, start);
    processes.compile(
        "app/Look",
        """
        package app;
        import java.util.*;
        public class Look {
          public interface Service {}
          public static class Impl implements Service {}
          public static void main(String[] a) throws Exception {
            ClassLoader loader = Look.class.getClassLoader();
            System.out.println(Arrays.toString(a) + loader.getName() + Look.class.desiredAssertionStatus());
            System.out.println(loader == ClassLoader.getSystemClassLoader());
            System.out.println(loader == Thread.currentThread().getContextClassLoader());
            for (String p : List.of("java.class.path", "sun.java.command", "java.system.class.loader", "x"))
              System.out.println(p + "=" + System.getProperty(p));
            System.out.println(Look.class.getProtectionDomain().getCodeSource().getLocation());
            System.out.println(Look.class.getPackage().getImplementationVersion());
            System.out.println(Look.class.getPackage().isSealed());
            for (String r : List.of("app/Look.class", "app", "app/", "META-INF/MANIFEST.MF", "none"))
              System.out.println(r + " " + loader.getResource(r) + " " + loader.resources(r).count());
            for (Service s : ServiceLoader.load(Service.class)) System.out.println(s.getClass());
            for (String n : List.of("picocli.CommandLine", "org.objectweb.asm.ClassReader", "dev.bottrace.Tracer",
                "lib.Lib", "com.sun.source.tree.Tree", "java.sql.Driver"))
              try { System.out.println(Class.forName(n)); } catch (ClassNotFoundException e) { e.printStackTrace(); }
            System.out.println(javax.tools.ToolProvider.getSystemJavaCompiler() != null);
            System.out.println(Look.class.getDeclaredMethods().length + Look.class.getDeclaredFields().length);
            System.out.println(Thread.currentThread().getStackTrace().length);
          }
        }
        """);
    processes.compile("lib/Lib", "package lib; public class Lib {}");
    processes.file("META-INF/services/app.Look$Service", "app.Look$Impl");
  }

  private void jar(String name, String... arguments) {
    String[] all = new String[arguments.length + 2];
    all[0] = "cfm";
    all[1] = directory.resolve(name).toString();
    System.arraycopy(arguments, 0, all, 2, arguments.length);
    assertThat(ToolProvider.findFirst("jar").orElseThrow().run(System.out, System.err, all))
        .isZero();
  }

  @Test
  void looks_the_same_from_a_class_path() throws Exception {
    String[] arguments = {"-Dx=1", "-cp", "./.:none.jar", "app.Look", "a", "b c"};
    Run traced =
        processes.bottrace(
            "run", "--calls", "-Dx=1", "-cp", "./.:none.jar", "app.Look", "a", "b c");

    assertThat(traced.program()).isEqualTo(processes.java(arguments));
  }

  @Test
  void looks_the_same_from_a_jar() throws Exception {
    processes.file("lib dir/.keep", "");
    jar("lib dir/lib.jar", empty(), "-C", directory.toString(), "lib");
    Path manifest =
        processes.file(
            "manifest",
            """
            Main-Class: app.Look
            Class-Path: none.jar lib%20dir/lib.jar
            Implementation-Version: 1.2
            Sealed: true
            """);
    String root = directory.toString();
    jar("app.jar", manifest.toString(), "-C", root, "app", "-C", root, "META-INF");

    assertThat(processes.bottrace("run", "--calls", "app.jar", "a").program())
        .isEqualTo(processes.java("-jar", "app.jar", "a"));
  }

  @Test
  void looks_the_same_with_slashes_in_the_name_of_its_class() throws Exception {
    assertThat(processes.bottrace("run", "--calls", "-cp", ".", "app/Look").program())
        .isEqualTo(processes.java("-cp", ".", "app/Look"));
  }

  @Test
  void looks_the_same_from_places_of_any_name() throws Exception {
    String place = "\u00fc \u20ac=;[]{}^`|~!@$&'()+,%41#?\"<>";
    processes.compile(
        "Places",
        """
        public class Places {
          public static void main(String[] a) throws Exception {
            System.out.println(Places.class.getProtectionDomain().getCodeSource().getLocation());
            for (String r : java.util.List.of("Places.class", a[0] + "/x")) {
              java.net.URL url = Places.class.getClassLoader().getResource(r);
              System.out.println(url);
              url.openStream().close();
            }
          }
        }
        """);
    Path directory = processes.file(place + "/" + place + "/x", "").getParent().getParent();
    Files.copy(this.directory.resolve("Places.class"), directory.resolve("Places.class"));
    jar(place + ".jar", empty(), "-C", directory.toString(), ".");

    for (String classPath : List.of(place, place + ".jar")) {
      Run java = processes.java("-cp", classPath, "Places", place);
      assertThat(java.exit()).isZero();
      assertThat(processes.bottrace("run", "--calls", "-cp", classPath, "Places", place).program())
          .isEqualTo(java);
    }
  }

  private String empty() throws IOException {
    return processes.file("empty", "Created-By: test\n").toString();
  }
}
