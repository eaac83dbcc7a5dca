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
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Programs start in each form that {@code java} starts them in. */
@DisabledOnOs(OS.WINDOWS)
@Timeout(120)
@ParameterizedClass
@EnumSource(Start.class)
class ProgramFormsTest {
  private final BottraceProcess processes;
  private final Path directory;

  ProgramFormsTest(Start start, @TempDir Path directory) {
    this.directory = directory;
    processes = new BottraceProcess(directory, start);
  }

  static boolean hasInstanceMain() {
    return Runtime.version().feature() >= 25;
  }

  private void jar(String name, String manifest, String content) throws IOException {
    String attributes = processes.file(name + ".txt", manifest).toString();
    String jar = directory.resolve(name).toString();
    int made =
        ToolProvider.findFirst("jar")
            .orElseThrow()
            .run(
                System.out,
                System.err,
                "cfm",
                jar,
                attributes,
                "-C",
                directory.toString(),
                content);
    assertThat(made).isZero();
  }

  @Test
  void a_jar_opens_packages_to_itself() throws Exception {
    processes.compile(
        "Opens",
        """
        public class Opens {
          public static void main(String[] a) throws Exception {
            var field = String.class.getDeclaredField("value");
            field.setAccessible(true);
            System.out.println(((byte[]) field.get("abc")).length);
          }
        }
        """);
    jar("opens.jar", "Main-Class: Opens\nAdd-Opens: java.base/java.lang\n", "Opens.class");

    Run traced = processes.bottrace("run", "opens.jar", "--calls");

    assertThat(traced.stdout()).isEqualTo("CALL Opens.main Opens.java:3\n3\nRETURN Opens.main\n");
    assertThat(traced.program()).isEqualTo(processes.java("-jar", "opens.jar"));
  }

  @Test
  void the_jar_with_the_main_class_is_the_programs_own_code_on_a_class_path_too() throws Exception {
    processes.compile(
        "Own",
        "public class Own { public static void main(String[] a) { System.out.println(); } }");
    jar("own.jar", "Main-Class: Own\n", "Own.class");

    assertThat(processes.bottrace("run", "-cp", "own.jar", "Own", "--calls").stdout())
        .isEqualTo("CALL Own.main Own.java:1\n\nRETURN Own.main\n");
  }

  @Test
  void a_jar_may_have_any_name() throws Exception {
    processes.compile(
        "War",
        "public class War { public static void main(String[] a) { System.out.println(1); } }");
    jar("app.war", "Main-Class: War\n", "War.class");

    assertThat(processes.bottrace("run", "--calls", "-jar", "app.war").stdout())
        .isEqualTo("CALL War.main War.java:1\n1\nRETURN War.main\n");
  }

  @Test
  void a_file_that_is_no_program_can_not_be_run() throws Exception {
    processes.file("bin/tool", "");

    assertThat(processes.bottrace("run", "bin/tool"))
        .isEqualTo(
            new Run(
                126,
                "",
                "bottrace: error: bin/tool is no jar, no main class on the class path and no .java"
                    + " file\n"));
  }

  @Test
  void a_runtime_may_have_no_module_but_one() throws Exception {
    processes.compile(
        "Base",
        "public class Base { public static void main(String[] a) { System.out.println(1); } }");
    List<String> limited = List.of("--limit-modules=java.base");
    BottraceProcess plain = new BottraceProcess(directory, Start.PLAIN);

    assertThat(plain.launch(limited, "run", "--calls", "-cp", ".", "Base").await(""))
        .isEqualTo(new Run(0, "CALL Base.main Base.java:1\n1\nRETURN Base.main\n", ""));
    assertThat(plain.launch(limited, "run", "src/Base.java").await(""))
        .isEqualTo(
            new Run(
                126,
                "",
                "bottrace: error: src/Base.java needs a JDK to be compiled, and this is a Java"
                    + " runtime without a compiler\n"));
  }

  @Test
  void an_agent_sees_the_classes_of_the_program() throws Exception {
    processes.compile(
        "Agent",
        """
        import java.lang.instrument.*;
        public class Agent implements ClassFileTransformer {
          public static void premain(String a, Instrumentation i) { i.addTransformer(new Agent()); }
          public byte[] transform(ClassLoader l, String n, Class<?> c, java.security.ProtectionDomain d, byte[] b) {
            if (n.equals("Watched")) System.out.println("agent sees " + n);
            return null;
          }
        }
        """);
    processes.compile(
        "Watched",
        "public class Watched { public static void main(String[] a) { System.out.println(1); } }");
    jar("agent.jar", "Premain-Class: Agent\n", "Agent.class");
    List<String> agent = List.of("-javaagent:" + directory.resolve("agent.jar"));

    Run traced = processes.launch(agent, "run", "-cp", ".", "Watched", "--calls").await("");

    assertThat(traced.program()).isEqualTo(processes.java(agent.get(0), "-cp", ".", "Watched"));
  }

  @Test
  void a_source_in_a_package_brings_its_siblings() throws Exception {
    processes.file(
        "src/com/acme/App.java",
        "package com.acme;\npublic class App {\n  public static void main(String[] a) {\n    Helper.help();\n  }\n}\n");
    processes.file(
        "src/com/acme/Helper.java",
        "package com.acme;\nclass Helper {\n  static void help() {\n    System.out.println(1);\n  }\n}\n");

    assertThat(processes.bottrace("run", "src/com/acme/App.java", "--calls").stdout())
        .isEqualTo(
            """
            CALL App.main com/acme/App.java:4
            CALL Helper.help com/acme/Helper.java:4
            1
            RETURN Helper.help
            RETURN App.main
            """);
  }

  @Test
  @EnabledIf("hasInstanceMain")
  void main_may_be_a_method_of_an_object() throws Exception {
    processes.file(
        "Compact.java",
        "void main() {\n  System.out.println(twice(21));\n}\nint twice(int n) {\n  return 2 * n;\n}\n");

    assertThat(processes.bottrace("run", "Compact.java", "--calls").stdout())
        .endsWith(
            "CALL Compact.main Compact.java:2\nCALL Compact.twice Compact.java:5\nRETURN Compact.twice\n42\nRETURN Compact.main\n");
  }

  @Test
  void types_of_other_methods_need_not_be_there() throws Exception {
    processes.compile("Missing", "public class Missing {}");
    processes.compile(
        "Optional",
        """
        public class Optional {
          public static void main(String[] a) {
            System.out.println("optional");
          }
          static Missing missing() { return null; }
        }
        """);
    processes.compile(
        "Needed",
        """
        public class Needed {
          public static void main(String[] a) {}
          public static Missing missing() { return null; }
        }
        """);
    Files.delete(directory.resolve("Missing.class"));

    assertThat(processes.bottrace("run", "-cp", ".", "Optional", "--calls"))
        .isEqualTo(
            new Run(0, "CALL Optional.main Optional.java:3\noptional\nRETURN Optional.main\n", ""));
    assertThat(processes.bottrace("run", "-cp", ".", "Needed"))
        .isEqualTo(
            new Run(
                126,
                "",
                "bottrace: error: class Needed can't be started:"
                    + " java.lang.NoClassDefFoundError: Missing\n"));
  }

  @Test
  void a_jar_brings_its_own_agent() throws Exception {
    processes.compile(
        "Own",
        """
        import java.lang.instrument.*;
        public class Own {
          static Instrumentation given;
          public static void agentmain(String a, Instrumentation i) {
            given = i;
            System.out.println("agent " + a);
            if (Boolean.getBoolean("fails")) throw new IllegalStateException("not today");
          }
          public static void main(String[] a) {
            System.out.println(given.isModifiableClass(Own.class));
          }
        }
        """);
    jar("own.jar", "Main-Class: Own\nLauncher-Agent-Class: Own\n", "Own.class");

    Run traced = processes.bottrace("run", "own.jar", "--calls");
    assertThat(traced.program()).isEqualTo(processes.java("-jar", "own.jar"));
    assertThat(traced.stdout())
        .contains("CALL Own.agentmain Own.java:5\n", "CALL Own.main Own.java:10\ntrue\n");
    assertThat(processes.bottrace("run", "own.jar").program())
        .isEqualTo(processes.java("-jar", "own.jar"));

    Run failed = processes.bottrace("run", "-Dfails=true", "own.jar");
    assertThat(failed.exit()).isEqualTo(126);
    assertThat(failed.stderr())
        .contains("not today", "bottrace: error: the agent of own.jar can't be started: ");
  }

  @Test
  void a_jar_may_name_its_main_class_with_slashes() throws Exception {
    processes.compile(
        "App",
        "package p; public class App { public static void main(String[] a) { System.out.println(1); } }");
    jar("slashes.jar", "Main-Class: p/App\n", "p/App.class");

    assertThat(processes.bottrace("run", "slashes.jar", "--calls").stdout())
        .isEqualTo("CALL App.main p/App.java:1\n1\nRETURN App.main\n");
  }
}
