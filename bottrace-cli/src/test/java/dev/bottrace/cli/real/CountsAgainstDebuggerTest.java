package dev.bottrace.cli.real;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jdi.Bootstrap;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.Connector;
import com.sun.jdi.connect.LaunchingConnector;
import com.sun.jdi.event.Event;
import com.sun.jdi.event.EventSet;
import com.sun.jdi.event.MethodEntryEvent;
import com.sun.jdi.event.VMDeathEvent;
import com.sun.jdi.request.EventRequest;
import com.sun.jdi.request.MethodEntryRequest;
import com.sun.jdi.request.VMDeathRequest;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Counts of a program with several threads equal those of a debugger, which has its method entries
 * from the JVM itself.
 */
@Tag("slow")
class CountsAgainstDebuggerTest {
  private static final Pattern ROW = Pattern.compile("\\s*(\\d+) calls to (\\S+) \\(.*\\)");
  private static final String PROGRAM =
      """
      import java.util.function.IntUnaryOperator;

      public class Counted {
        static int shared;

        interface Shape { int area(); default int twice() { return 2 * area(); } }

        record Square(int side) implements Shape { public int area() { return side * side; } }

        static class Base { final int n; Base(int n) { if (n % 3 == 0) throw new IllegalArgumentException(); this.n = n; } }

        static class Derived extends Base { Derived(int n) { super(n); } }

        static int fib(int n) { return n < 2 ? n : fib(n - 1) + fib(n - 2); }

        static void fail(int n) { if (n == 0) throw new IllegalStateException(); fail(n - 1); }

        static synchronized void add(int n) { shared += n; }

        static void work(int rounds) {
          IntUnaryOperator next = n -> n + 1;
          for (int i = 0; i < rounds; i = next.applyAsInt(i)) {
            add(new Square(i).twice());
            try { new Derived(i); } catch (IllegalArgumentException e) { add(1); }
            try { fail(i % 5); } catch (IllegalStateException e) { add(2); }
          }
          fib(12);
        }

        public static void main(String[] args) throws Exception {
          Thread[] threads = new Thread[4];
          for (int i = 0; i < threads.length; i++) {
            int rounds = 100 * (i + 1);
            threads[i] = new Thread(() -> work(rounds));
            threads[i].start();
          }
          for (Thread thread : threads) thread.join();
        }
      }
      """;

  @TempDir Path directory;

  @Test
  void counts_are_those_of_a_debugger() throws Exception {
    Path source = Files.writeString(directory.resolve("Counted.java"), PROGRAM);
    int compiled =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-g", "-d", directory.toString(), source.toString());
    assertThat(compiled).isZero();

    Map<String, Long> counted = counted();

    assertThat(counted).isEqualTo(entriesSeenByDebugger());
    assertThat(counted)
        .containsEntry("Counted.work", 4L)
        .containsEntry("Counted$Square.area", 1000L);
  }

  private Map<String, Long> counted() throws IOException, InterruptedException {
    Path counts = directory.resolve("counts.txt");
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of("bin", "bottrace").toAbsolutePath().toString(),
            "run",
            "--call-counts",
            "--top",
            "0",
            "--out",
            counts.toString(),
            "-cp",
            directory.toString(),
            "Counted");
    builder
        .environment()
        .put("BOTTRACE_JAVA", Path.of(System.getProperty("java.home"), "bin", "java").toString());
    assertThat(builder.inheritIO().start().waitFor()).isZero();
    Map<String, Long> byMethod = new TreeMap<>();
    for (String line : Files.readAllLines(counts)) {
      Matcher row = ROW.matcher(line);
      if (row.matches()) {
        byMethod.merge(row.group(2), Long.parseLong(row.group(1)), Long::sum);
      }
    }
    return byMethod;
  }

  private Map<String, Long> entriesSeenByDebugger() throws Exception {
    LaunchingConnector connector = Bootstrap.virtualMachineManager().defaultConnector();
    Map<String, Connector.Argument> arguments = connector.defaultArguments();
    arguments.get("main").setValue("Counted");
    arguments.get("options").setValue("-cp " + directory + File.pathSeparator);
    arguments.get("suspend").setValue("true");
    VirtualMachine machine = connector.launch(arguments);
    MethodEntryRequest request = machine.eventRequestManager().createMethodEntryRequest();
    request.addClassFilter("Counted*");
    request.setSuspendPolicy(EventRequest.SUSPEND_NONE);
    request.enable();
    // The JVM stays until all entries were looked at: of one that is gone, no method can be asked
    // for.
    VMDeathRequest death = machine.eventRequestManager().createVMDeathRequest();
    death.setSuspendPolicy(EventRequest.SUSPEND_ALL);
    death.enable();
    machine.resume();
    return entries(machine);
  }

  private static Map<String, Long> entries(VirtualMachine machine) throws InterruptedException {
    Map<String, Long> byMethod = new TreeMap<>();
    while (true) {
      EventSet events = machine.eventQueue().remove();
      for (Event event : events) {
        if (event instanceof VMDeathEvent) {
          machine.dispose();
          return byMethod;
        }
        // The JVM's own classes around lambdas have no source, and are not traced.
        if (event instanceof MethodEntryEvent entry
            && !entry.method().declaringType().name().contains("$$Lambda")) {
          byMethod.merge(
              entry.method().declaringType().name() + "." + entry.method().name(), 1L, Long::sum);
        }
      }
      events.resume();
    }
  }
}
