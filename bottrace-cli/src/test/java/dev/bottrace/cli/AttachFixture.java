package dev.bottrace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.tools.attach.VirtualMachine;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;

/** A program that runs, does what it is told line by line, and can be attached to. */
abstract class AttachFixture extends InstallationFixture {
  private static final long PATIENCE_SECONDS = 60;

  private final List<Process> processes = new ArrayList<>();
  private final Path look;

  AttachFixture(Path temp) throws IOException {
    super(temp);
    BottraceProcess programs = new BottraceProcess(file("program"));
    programs.compile(
        "Worker",
        """
        class Worker {
          int step(String line) {
            if (line.equals("wait")) {
              synchronized (this) {
                try { System.out.println("waits"); wait(); } catch (InterruptedException e) { return -1; }
              }
            }
            System.out.println("steps");
            return half(line.length());
          }
          static int half(int n) {
            return n / 2;
          }
        }
        """);
    programs.compile(
        "Target",
        """
        import java.io.*;
        import java.lang.management.ManagementFactory;
        public class Target {
          public static void main(String[] a) throws Exception {
            System.out.println("ready");
            BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
            for (String line = in.readLine(); line != null; line = in.readLine()) {
              switch (line) {
                case "exit" -> System.exit(7);
                case "halt" -> Runtime.getRuntime().halt(8);
                case "thread" -> started(line).join();
                case "many" -> System.out.println(many(20_000_000));
                case "interrupted" -> {
                  Thread.currentThread().interrupt();
                  System.out.println(many(300_000) + " " + Thread.interrupted());
                }
                case "wait" -> started(line);
                case "apart" -> System.out.println(apart());
                case "classes" ->
                    System.out.println(
                        ManagementFactory.getClassLoadingMXBean().getLoadedClassCount());
                default -> System.out.println(new Worker().step(line));
              }
            }
          }
          static Thread started(String line) {
            Thread thread = new Thread(() -> new Worker().step(line), "worker");
            thread.setDaemon(true);
            thread.start();
            return thread;
          }
          static class Apart extends ClassLoader {
            static final ClassLoader ONE = new Apart();
            @Override
            public Class<?> loadClass(String name) throws ClassNotFoundException {
              if (name.startsWith("java.")) return super.loadClass(name);
              Class<?> loaded = findLoadedClass(name);
              if (loaded != null) return loaded;
              try (InputStream in = Target.class.getResourceAsStream(name + ".class")) {
                byte[] classFile = in.readAllBytes();
                return defineClass(name, classFile, 0, classFile.length);
              } catch (IOException | NullPointerException e) {
                throw new ClassNotFoundException(name);
              }
            }
          }
          static Object apart() throws Exception {
            var half = Apart.ONE.loadClass("Worker").getDeclaredMethod("half", int.class);
            half.setAccessible(true);
            return half.invoke(null, 12);
          }
          static int many(int n) {
            int sum = 0;
            for (int i = 0; i < n; i++) {
              sum += Worker.half(i) & 1;
            }
            return sum;
          }
        }
        """);
    look = lookJar();
  }

  /** Makes an agent that writes down what the JVM runs of a class, as an agent that comes last. */
  private Path lookJar() throws IOException {
    new BottraceProcess(file("look"))
        .compile(
            "Look",
            """
        import java.lang.instrument.*;
        import java.nio.file.*;
        import java.security.ProtectionDomain;
        public class Look implements ClassFileTransformer {
          private byte[] seen;
          public byte[] transform(
              ClassLoader loader, String name, Class<?> loaded, ProtectionDomain domain, byte[] classFile) {
            if ("Worker".equals(name)) seen = classFile;
            return null;
          }
          public static void agentmain(String file, Instrumentation instrumentation) throws Exception {
            Look look = new Look();
            instrumentation.addTransformer(look, true);
            for (Class<?> type : instrumentation.getAllLoadedClasses()) {
              if (type.getName().equals("Worker")) instrumentation.retransformClasses(type);
            }
            instrumentation.removeTransformer(look);
            Files.write(Path.of(file), look.seen);
          }
        }
        """);
    return TestJars.agent(
        file("look"), file("look.jar"), "Agent-Class: Look\nCan-Retransform-Classes: true\n");
  }

  @AfterEach
  void endProcesses() {
    processes.forEach(Process::destroyForcibly);
  }

  /** A program that does what it is told. */
  final class Target {
    final Process process;
    private final BufferedReader out;

    Target(String... options) throws IOException {
      List<String> command = new ArrayList<>(List.of(environment.get("BOTTRACE_JAVA")));
      if (Runtime.version().feature() >= 21) {
        command.add("-XX:+EnableDynamicAgentLoading"); // else the JVM warns
      }
      command.addAll(List.of(options));
      command.addAll(List.of("-cp", file("program").toString(), "Target"));
      process = new ProcessBuilder(command).redirectError(file("target.err").toFile()).start();
      processes.add(process);
      out = process.inputReader(StandardCharsets.UTF_8);
      assertThat(out.readLine()).isEqualTo("ready");
    }

    String pid() {
      return Long.toString(process.pid());
    }

    void tell(String line) throws IOException {
      process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
      process.getOutputStream().flush();
    }

    void signal(String name) throws IOException, InterruptedException {
      AttachFixture.signal(process, name);
    }

    /** Tells it to do something, and returns what it prints about it. */
    String ask(String line) throws IOException {
      tell(line);
      return line();
    }

    String line() throws IOException {
      return String.valueOf(out.readLine());
    }

    /** Has it take a step. */
    void step(String line) throws IOException {
      assertThat(ask(line)).isEqualTo("steps");
      assertThat(line()).isEqualTo(Integer.toString(line.length() / 2));
    }

    /** Ends it, and returns its exit code. */
    int exit() throws IOException, InterruptedException {
      tell("exit");
      assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
      assertThat(file("target.err")).isEmptyFile();
      return process.exitValue();
    }

    /**
     * Returns what the JVM runs of the class Worker. The constants are put together anew: newer
     * JVMs keep those of earlier versions of a class, with nothing that refers to them.
     */
    byte[] code() throws Exception {
      Path file = file("code");
      Files.deleteIfExists(file);
      VirtualMachine jvm = VirtualMachine.attach(pid());
      jvm.loadAgent(look.toString(), file.toString());
      jvm.detach();
      ClassWriter used = new ClassWriter(0);
      new ClassReader(Files.readAllBytes(file)).accept(used, 0);
      return used.toByteArray();
    }

    boolean hasProbes() throws Exception {
      return new String(code(), StandardCharsets.ISO_8859_1).contains("bottrace/runtime/Probes");
    }
  }

  /** A {@code bottrace attach} that goes on. */
  final class Client {
    final Process process;
    private final ProcessBuilder builder;

    Client(String name, String... arguments) throws IOException {
      builder = builder(name, launcher, "attach").directory(temp.toFile());
      builder.command().addAll(Arrays.asList(arguments));
      process = builder.start();
      processes.add(process);
    }

    String err() throws IOException {
      return Files.readString(builder.redirectError().file().toPath());
    }

    String out() throws IOException {
      return Files.readString(builder.redirectOutput().file().toPath());
    }

    /** Returns when the program is recorded. */
    Client begun() throws IOException, InterruptedException {
      return until("bottrace: attached to process");
    }

    /** Returns when it has said something on standard error. */
    Client until(String said) throws IOException, InterruptedException {
      while (!err().contains(said)) {
        assertThat(process.isAlive()).as(err()).isTrue();
        Thread.sleep(20);
      }
      return this;
    }

    Run await() throws IOException, InterruptedException {
      assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).as(err()).isTrue();
      return LauncherFixture.await(process, builder);
    }

    /** Interrupts it, and returns how it ended. */
    Run interrupt() throws IOException, InterruptedException {
      signal("INT");
      return await();
    }

    void signal(String name) throws IOException, InterruptedException {
      AttachFixture.signal(process, name);
    }
  }

  private static void signal(Process process, String name)
      throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
  }

  static String begun(Target target) {
    return "bottrace: attached to process " + target.pid() + ": Target\n";
  }

  static String detached(Target target) {
    return "bottrace: detached from process " + target.pid() + "\n";
  }
}
