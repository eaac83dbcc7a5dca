package dev.bottrace.cli.real;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar that users get is an agent: a program that has it records itself, and needs no other. */
@Tag("slow")
class AgentJarTest {
  private static final Path JAR =
      Path.of(System.getProperty("bottrace.jar", "target/bottrace.jar")).toAbsolutePath();

  private static final String PROGRAM =
      """
      package com.acme;

      import dev.bottrace.Tracer;
      import dev.bottrace.text.TextTraceWriter;
      import dev.bottrace.trace.Trace;

      public class Shop {
        public static void main(String[] args) throws Exception {
          Orders orders = new Orders();
          orders.place(new Item("ink", 3));
          Trace trace =
              Tracer.record(() -> orders.place(new Item("pen", 2)))
                  .include("com.acme")
                  .calls()
                  .args()
                  .returns()
                  .execute();
          orders.place(new Item("cup", 1));
          trace.writeTo(new TextTraceWriter(System.out));
          trace.notices().forEach(System.out::println);
          System.out.println(Item.class.getRecordComponents()[1].getName());
          System.out.println(trace.uncaught().isPresent());
        }
      }

      record Item(String name, int price) {}

      class Orders {
        int place(Item item) throws InterruptedException {
          Thread mail = new Thread(this::send, "mail");
          mail.start();
          mail.join();
          return 100 * item.price();
        }

        private void send() {}
      }
      """;

  @TempDir Path directory;

  private void compile() throws Exception {
    Path source = Files.writeString(directory.resolve("Shop.java"), PROGRAM);
    String out = directory.toString();
    int compiled =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-g",
                "-parameters",
                "-cp",
                JAR.toString(),
                "-d",
                out,
                source.toString());
    assertThat(compiled).isZero();
  }

  /** Returns what a program printed, without the numbers of lines. */
  private List<String> run(String... options) throws Exception {
    Path output = directory.resolve("output.txt");
    ProcessBuilder builder = new ProcessBuilder(options).redirectErrorStream(true);
    builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "CLASSPATH"));
    Process process = builder.redirectOutput(output.toFile()).start();
    try {
      assertThat(process.waitFor(4, TimeUnit.MINUTES)).isTrue();
    } finally {
      process.destroyForcibly();
    }
    List<String> lines = Files.readAllLines(output, UTF_8);
    assertThat(process.exitValue()).as("exit code after %s", lines).isZero();
    return lines.stream().map(line -> line.replaceFirst(":\\d+", "")).toList();
  }

  @Test
  void a_program_records_itself_with_the_jar_as_its_agent() throws Exception {
    compile();
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    assertThat(run(java, "-javaagent:" + JAR, "-cp", directory.toString(), "com.acme.Shop"))
        .containsExactly(
            "CALL Item.<init> com/acme/Shop.java (name=\"pen\", price=2)",
            "RETURN Item.<init>",
            "CALL Orders.place com/acme/Shop.java (item=Item[name=\"pen\", price=2])",
            "CALL Orders.send com/acme/Shop.java [mail]",
            "RETURN Orders.send [mail]",
            "CALL Item.price com/acme/Shop.java",
            "RETURN Item.price = 2",
            "RETURN Orders.place = 200",
            "not recorded: com.acme.Shop: its code runs right now, and exceptions would lose their"
                + " lines",
            "price",
            "false");
  }
}
