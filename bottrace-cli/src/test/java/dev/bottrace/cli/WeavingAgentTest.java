package dev.bottrace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Under {@code run}, an agent that loads other classes and resources while it is asked about a
 * class, as weavers do.
 */
class WeavingAgentTest extends InstallationFixture {
  private final Path agent;

  WeavingAgentTest(@TempDir Path temp) throws IOException {
    super(temp);
    new BottraceProcess(Files.createDirectories(file("agent")))
        .compile(
            "Weaver",
            """
            import java.lang.instrument.*;
            import java.security.ProtectionDomain;
            import java.util.Collections;
            public class Weaver implements ClassFileTransformer {
              public static void premain(String a, Instrumentation i) { i.addTransformer(new Weaver()); }
              @Override
              public byte[] transform(ClassLoader l, String n, Class<?> c, ProtectionDomain d, byte[] b) {
                try {
                  if (l != null && Weaver.class.getResource("Weaver.class") == null)
                    System.err.println("no resource at " + n);
                  if (l != null && Collections.list(Weaver.class.getClassLoader().getResources("Weaver.class")).size() != 1)
                    System.err.println("no resources at " + n);
                  if (n.startsWith("Outer")) new ClassLoader(l) {}.loadClass(n.replace("Outer", "Inner"));
                } catch (Exception e) {
                  e.printStackTrace();
                }
                return null;
              }
            }
            """);
    agent = TestJars.agent(file("agent"), file("agent.jar"), "Premain-Class: Weaver\n");
    BottraceProcess program = new BottraceProcess(file("program"));
    program.compile("Inner", "class Inner { static int one() { return 1; } }");
    program.compile(
        "Outer",
        """
        public class Outer {
          public static void main(String[] a) { System.out.println(two()); }
          static int two() { return 2 * Inner.one(); }
        }
        """);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-J-Xshare:auto", "-J-Dany=thing"})
  void each_class_has_its_probes_once_in_both_kinds_of_start(String start) throws Exception {
    Run run =
        run(
            "run",
            start,
            "-J-javaagent:" + agent,
            "--calls",
            "--out",
            file("trace").toString(),
            "-cp",
            file("program").toString(),
            "Outer");

    assertThat(run).isEqualTo(new Run(0, "2\n", ""));
    assertThat(Files.readAllLines(file("trace")))
        .containsExactly(
            "CALL Outer.main Outer.java:2",
            "CALL Outer.two Outer.java:3",
            "CALL Inner.one Inner.java:1",
            "RETURN Inner.one",
            "RETURN Outer.two",
            "RETURN Outer.main");
  }
}
