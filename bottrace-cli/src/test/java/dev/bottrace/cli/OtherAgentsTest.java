package dev.bottrace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Another agent of the same JVM, before ours and behind it. */
class OtherAgentsTest extends InstallationFixture {
  private final String other;

  OtherAgentsTest(@TempDir Path temp) throws IOException {
    super(temp);
    BottraceProcess agent = new BottraceProcess(file("agent"));
    agent.compile(
        "Other",
        """
        import java.lang.instrument.*;
        import java.nio.file.*;
        import java.security.ProtectionDomain;
        import java.util.*;
        public class Other implements ClassFileTransformer {
          static Instrumentation instrumentation;
          static final Map<String, byte[]> shown = new HashMap<>();
          static final Set<String> placed = new TreeSet<>();
          public static void premain(String early, Instrumentation given) throws Exception {
            instrumentation = given;
            given.addTransformer(new Other(), false);
            if (early != null) {
              Class.forName(early, true, ClassLoader.getSystemClassLoader());
            }
          }
          @Override
          public byte[] transform(
              ClassLoader loader, String name, Class<?> loaded, ProtectionDomain domain, byte[] classFile) {
            if (name != null && name.startsWith("Job")) {
              shown.putIfAbsent(name, classFile.clone());
            }
            if (loader != null && domain != null && domain.getCodeSource() != null
                && domain.getCodeSource().getLocation() != null) {
              placed.add(name);
            }
            return null;
          }
          public static boolean sawFile(Class<?> type) throws Exception {
            return Arrays.equals(shown.get(type.getName()), file(type));
          }
          public static boolean sawPlaceOfOurs() {
            return placed.stream().anyMatch(name -> name.startsWith("dev/bottrace/internal/"));
          }
          static byte[] file(Class<?> type) throws Exception {
            return type.getResourceAsStream(type.getName() + ".class").readAllBytes();
          }
          /** Has all agents change a class again that can. */
          public static void again(Class<?> type) throws Exception {
            ClassFileTransformer copies = new ClassFileTransformer() {
              @Override
              public byte[] transform(
                  ClassLoader loader, String name, Class<?> loaded, ProtectionDomain domain, byte[] classFile) {
                return loaded == type ? classFile.clone() : null;
              }
            };
            instrumentation.addTransformer(copies, true);
            instrumentation.retransformClasses(type);
            instrumentation.removeTransformer(copies);
            instrumentation.retransformClasses(type);
          }
          /** As a debugger does. */
          public static void redefine(Class<?> type) throws Exception {
            instrumentation.redefineClasses(new ClassDefinition(type, file(type)));
          }
        }
        """);
    String attributes =
        "Premain-Class: Other\nCan-Retransform-Classes: true\nCan-Redefine-Classes: true\n";
    other = TestJars.agent(file("agent"), file("other.jar"), attributes).toString();
    BottraceProcess program = new BottraceProcess(file("program"));
    Files.copy(file("agent").resolve("Other.class"), file("program").resolve("Other.class"));
    program.compile(
        "Job",
        """
        public class Job {
          final int n;
          Job(int n) {
            this.n = n;
          }
          int run(int by) {
            int product = n * by;
            return product;
          }
        }
        """);
    program.compile(
        "Jobs",
        """
        public class Jobs {
          public static void main(String[] a) throws Exception {
            System.out.println(new Job(2).run(3));
            for (Class<?> type : new Class<?>[] {Job.class, Jobs.class}) {
              Other.again(type);
            }
            System.out.println(new Job(3).run(4));
            Other.redefine(Job.class);
            System.out.println(new Job(4).run(5));
            System.out.println(Other.sawFile(Job.class) + " " + Other.sawPlaceOfOurs());
          }
        }
        """);
    Files.delete(file("program").resolve("Other.class"));
  }

  /** Runs the program; the agents stand in the given order. */
  private Run run(boolean oursFirst, String options, String early, String... jvm)
      throws IOException, InterruptedException {
    List<Object> command = new ArrayList<>(List.of(environment.get("BOTTRACE_JAVA")));
    command.addAll(List.of(jvm));
    command.add("-javaagent:" + other + early);
    command.add(
        command.size() - (oursFirst ? 1 : 0), "-javaagent:" + jar + "=" + options + ",out=trace");
    command.addAll(List.of("-cp", "program", "Jobs"));
    return run(builder("java", command.toArray()).directory(temp.toFile()));
  }

  private List<String> trace() throws IOException {
    return Files.readAllLines(file("trace"));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void an_agent_sees_classes_as_their_compiler_made_them_and_ours_from_no_place(boolean oursFirst)
      throws Exception {
    assertThat(run(oursFirst, "calls", "")).isEqualTo(new Run(0, "6\n12\n20\ntrue false\n", ""));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void a_class_that_is_changed_again_is_still_traced(boolean oursFirst) throws Exception {
    run(oursFirst, "calls,args,returns", "");

    assertThat(trace())
        .containsExactly(
            "CALL Jobs.main Jobs.java:3 (a=String[0][])",
            "CALL Job.<init> Job.java:3 (n=2)",
            "RETURN Job.<init>",
            "CALL Job.run Job.java:7 (by=3)",
            "RETURN Job.run = 6",
            "CALL Job.<init> Job.java:3 (n=3)",
            "RETURN Job.<init>",
            "CALL Job.run Job.java:7 (by=4)",
            "RETURN Job.run = 12",
            "CALL Job.<init> Job.java:3 (n=4)",
            "RETURN Job.<init>",
            "CALL Job.run Job.java:7 (by=5)",
            "RETURN Job.run = 20",
            "RETURN Jobs.main");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void its_methods_are_counted_as_the_same(boolean oursFirst) throws Exception {
    run(oursFirst, "call-counts", "");

    assertThat(trace())
        .containsExactly(
            "Call Counts (Top 10):",
            "          3 calls to Job.<init> (Job.java:3)",
            "          3 calls to Job.run (Job.java:7)",
            "          1 calls to Jobs.main (Jobs.java:3)");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void it_has_its_breakpoints_still(boolean oursFirst) throws Exception {
    Run run = run(oursFirst, "breakpoint=Job.java:8 if product > 6,watch=n + by", "");

    assertThat(run.err()).isEmpty();
    assertThat(trace())
        .hasSize(2)
        .allMatch(line -> line.contains("\"locals\":{\"this\":\"Job{n="))
        .satisfiesExactly(
            line -> assertThat(line).contains("\"expression\":\"n + by\",\"value\":\"7\""),
            line -> assertThat(line).contains("\"expression\":\"n + by\",\"value\":\"9\""));
  }

  @Test
  void a_class_that_was_there_before_us_stays_as_it_is() throws Exception {
    run(false, "calls", "=Job");
    assertThat(trace()).containsExactly("CALL Jobs.main Jobs.java:3", "RETURN Jobs.main");

    run(true, "calls", "=Job");
    assertThat(trace()).hasSize(14);
  }

  @Test
  @EnabledForJreRange(max = JRE.JAVA_17, disabledReason = "later JDKs refuse security managers")
  void our_classes_may_do_what_a_policy_grants_to_the_jar() throws Exception {
    Path policy = file("policy");
    String all = " { permission java.security.AllPermission; };\n";
    Files.writeString(
        policy,
        "grant codeBase \""
            + jar.toUri()
            + "\""
            + all
            + "grant codeBase \"file:"
            + other
            + "\""
            + all
            + "grant codeBase \""
            + file("program").toUri()
            + "\""
            + all);

    Run run =
        run(
            true,
            "calls,args,breakpoint=Job.run,snapshots=1",
            "",
            "-Djava.security.manager",
            "-Djava.security.policy=" + policy);

    assertThat(run.out()).isEqualTo("6\n12\n20\ntrue false\n");
    assertThat(trace()).contains("CALL Job.run Job.java:7 (by=3)", "RETURN Jobs.main");
  }
}
