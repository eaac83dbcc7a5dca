package dev.bottrace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bottrace.cli.BottraceProcess.Run;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Agents that change classes too: the program is the same, and so is its trace. */
@Tag("slow")
@DisabledOnOs(OS.WINDOWS)
@Timeout(120)
class AgentsTest {
  private final Path directory;
  private final BottraceProcess processes;

  AgentsTest(@TempDir Path directory) throws IOException {
    this.directory = directory;
    processes = new BottraceProcess(directory);
    processes.compile(
        "Order",
        """
        import java.util.*;
        import java.util.concurrent.*;
        public class Order {
          final int id;
          Order(int id) { this.id = id; }
          int price() { return id == 3 ? fail() : 2 * id; }
          static int fail() { throw new IllegalStateException("no price"); }
          static int sum(List<Order> orders) { return orders.stream().mapToInt(Order::price).sum(); }
          public static void main(String[] a) throws Exception {
            System.out.println(sum(List.of(new Order(1), new Order(2))));
            ExecutorService one = Executors.newSingleThreadExecutor();
            System.out.println(one.submit(() -> sum(List.of(new Order(4)))).get());
            one.shutdown();
            one.awaitTermination(1, TimeUnit.MINUTES);
            if (a.length > 0) {
              Object mock = Class.forName("org.mockito.Mockito").getMethod("mock", Class.class).invoke(null, Order.class);
              System.out.println(((Order) mock).price());
            }
            new Order(3).price();
          }
        }
        """);
  }

  private static Path agents() {
    return Path.of(System.getProperty("bottrace.programs"), "agents");
  }

  private String trace(Run expected, List<String> jvm) throws Exception {
    String[] line = "run --calls --out trace -cp . Order".split(" ");
    Run run = processes.launch(jvm, line).await("");

    assertThat(run.stdout()).isEqualTo(expected.stdout());
    assertThat(run.stderr()).endsWith(expected.stderr()).doesNotContain("bottrace");
    assertThat(run.exit()).isEqualTo(expected.exit());
    return Files.readString(directory.resolve("trace"));
  }

  @ParameterizedTest
  @CsvSource({
    "org.jacoco.agent.jar=output=file, ''",
    "opentelemetry-javaagent.jar, -Dotel.traces.exporter=none -Dotel.metrics.exporter=none -Dotel.logs.exporter=none"
  })
  void the_trace_is_the_same_with_an_agent(String agent, String properties) throws Exception {
    Run plain = processes.java("-cp", ".", "Order");
    String without = trace(plain, List.of());

    String option = "-javaagent:" + agents().resolve(agent) + " " + properties;
    assertThat(trace(plain, List.of(option.trim().split(" ")))).isEqualTo(without);
  }

  @Test
  void what_is_mocked_answers_as_under_java() throws Exception {
    String classPath = "." + File.pathSeparator + agents().resolve("mockito-core.jar");
    for (String library : List.of("byte-buddy.jar", "byte-buddy-agent.jar", "objenesis.jar")) {
      classPath += File.pathSeparator + agents().resolve(library);
    }
    String agent = "-javaagent:" + agents().resolve("mockito-core.jar");
    Run plain = processes.java(agent, "-Xshare:off", "-cp", classPath, "Order", "mock");

    Run traced =
        processes
            .launch(
                List.of(agent),
                "run",
                "--calls",
                "--out",
                "trace",
                "-cp",
                classPath,
                "Order",
                "mock")
            .await("");

    assertThat(traced).isEqualTo(plain);
    assertThat(traced.stdout()).endsWith("\n0\n");
    processes.trace("trace").isBalanced();
  }

  /**
   * What JaCoCo has of classes of the program, and the ids that say which class files these are.
   */
  private Map<String, Long> coverage(String file) throws IOException {
    Map<String, Long> ids = new TreeMap<>();
    try (DataInputStream in =
        new DataInputStream(
            new ByteArrayInputStream(Files.readAllBytes(directory.resolve(file))))) {
      while (in.available() > 0) {
        switch (in.readByte()) {
          case 0x01 -> in.skipNBytes(4); // header
          case 0x10 -> { // session
            in.readUTF();
            in.skipNBytes(16);
          }
          case 0x11 -> { // class
            long id = in.readLong();
            ids.put(in.readUTF(), id);
            in.skipNBytes((probes(in) + 7) / 8);
          }
          default -> throw new IOException("no file of JaCoCo");
        }
      }
    }
    ids.keySet().removeIf(name -> name.startsWith("dev/bottrace/cli/")); // where the JVM looks
    return ids;
  }

  private static int probes(DataInputStream in) throws IOException {
    int low = in.readUnsignedByte();
    return low < 0x80 ? low : (low & 0x7f) | (probes(in) << 7);
  }

  @Test
  void coverage_is_of_the_same_classes_in_whichever_order_the_agents_stand() throws Exception {
    String jacoco = "-javaagent:" + agents().resolve("org.jacoco.agent.jar") + "=destfile=";
    String ours = "-javaagent:" + TestJars.bottrace() + "=calls,out=";
    Run plain = processes.java(jacoco + "plain.exec", "-cp", ".", "Order");
    processes.java(ours + "alone", "-cp", ".", "Order");

    Run first = processes.java(ours + "first", jacoco + "first.exec", "-cp", ".", "Order");
    Run second = processes.java(jacoco + "second.exec", ours + "second", "-cp", ".", "Order");

    assertThat(List.of(first, second)).containsOnly(plain);
    assertThat(coverage("plain.exec")).containsOnlyKeys("Order");
    assertThat(coverage("first.exec")).isEqualTo(coverage("plain.exec"));
    assertThat(coverage("second.exec")).isEqualTo(coverage("plain.exec"));
    assertThat(directory.resolve("first")).hasSameTextualContentAs(directory.resolve("alone"));
    assertThat(directory.resolve("second")).hasSameTextualContentAs(directory.resolve("alone"));
  }
}
