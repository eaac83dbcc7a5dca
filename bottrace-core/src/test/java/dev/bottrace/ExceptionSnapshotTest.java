package dev.bottrace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bottrace.option.OnException;
import dev.bottrace.trace.CapturedVariable;
import dev.bottrace.trace.ExceptionSnapshot;
import dev.bottrace.trace.FrameSnapshot;
import dev.bottrace.trace.Trace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExceptionSnapshotTest {
  @TempDir private Path directory;

  private TraceRequest program(String name, String source) throws IOException {
    return Tracer.run(Files.writeString(directory.resolve(name + ".java"), source));
  }

  @Test
  void an_uncaught_exception_shows_its_frames() throws Exception {
    Trace trace =
        program(
                "Crash",
                """
                public class Crash {
                  public static void main(String[] args) {
                    int depth = 1;
                    try {
                      String name = "n" + depth;
                      fail(name);
                    } finally {
                      depth = 99;
                    }
                  }
                  static void fail(String name) {
                    throw new IllegalStateException("no " + name, new Error("why"));
                  }
                }
                """)
            .onException(OnException.SNAPSHOT)
            .locals()
            .execute();

    assertThat(trace.exceptions()).hasSize(1);
    var exception = trace.exceptions().get(0);
    assertThat(exception.type()).isEqualTo("java.lang.IllegalStateException");
    assertThat(exception.message()).isEqualTo("no n1");
    assertThat(exception.stack())
        .extracting(FrameSnapshot::locals)
        .extracting(locals -> locals.stream().map(CapturedVariable::toString).toList().toString())
        .satisfiesExactly(
            fail -> assertThat(fail).contains("name, value=\"n1\""),
            main ->
                assertThat(main)
                    .contains("depth, value=1", "name, value=\"n1\"")
                    .doesNotContain("99"));
    assertThat(exception.cause()).isNotNull();
  }

  @Test
  void uncaught_exceptions_of_other_threads_are_seen_and_caught_ones_are_not() throws Exception {
    Trace trace =
        program(
                "Threads",
                """
                import java.util.concurrent.*;
                public class Threads {
                  static void fail(String how) { throw new IllegalStateException(how); }
                  public static void main(String[] args) throws Exception {
                    Thread thread = new Thread(() -> fail("thread"));
                    thread.setUncaughtExceptionHandler((t, e) -> {});
                    thread.start();
                    thread.join();
                    ThreadFactory quiet = task -> {
                      Thread made = new Thread(task, "pool");
                      made.setUncaughtExceptionHandler((t, e) -> {});
                      return made;
                    };
                    ExecutorService pool = Executors.newSingleThreadExecutor(quiet);
                    try { pool.submit(() -> fail("submitted")).get(); } catch (ExecutionException e) {}
                    pool.execute(() -> fail("executed"));
                    pool.shutdown();
                    pool.awaitTermination(10, TimeUnit.SECONDS);
                    CompletableFuture.runAsync(() -> fail("async")).exceptionally(e -> null).get();
                    try { fail("caught"); } catch (IllegalStateException e) {}
                  }
                }
                """)
            .onException(OnException.SNAPSHOT)
            .execute();

    assertThat(trace.exceptions())
        .extracting(ExceptionSnapshot::message)
        .containsExactly("thread", "executed");
  }

  @Test
  void what_leaves_a_thread_through_constructors_is_seen_unless_it_is_caught() throws Exception {
    Trace trace =
        program(
                "Constructing",
                """
                public class Constructing {
                  static class Base {
                    Base() { throw new IllegalStateException(Thread.currentThread().getName()); }
                  }
                  static class Middle extends Base { Middle() { super(); } }
                  static class Outer extends Middle { Outer() { super(); } }
                  static void swallow() { try { new Outer(); } catch (IllegalStateException e) {} }
                  static void run(String name, Runnable task) throws Exception {
                    Thread thread = new Thread(task, name);
                    thread.setUncaughtExceptionHandler((t, e) -> {});
                    thread.start();
                    thread.join();
                  }
                  public static void main(String[] args) throws Exception {
                    run("thrown", Outer::new);
                    run("swallowed", Constructing::swallow);
                    run("untraced", () -> Swallowing.run(Outer::new));
                    run("untraced below", Swallowing.of(Outer::new));
                  }
                }
                class Swallowing {
                  static void run(Runnable task) { try { task.run(); } catch (RuntimeException e) {} }
                  static Runnable of(Runnable task) {
                    return new Runnable() { @Override public void run() { Swallowing.run(task); } };
                  }
                }
                """)
            .exclude("Swallowing")
            .onException(OnException.SNAPSHOT)
            .locals()
            .execute();

    assertThat(trace.exceptions()).extracting(ExceptionSnapshot::message).containsExactly("thrown");
    assertThat(trace.exceptions().get(0).stack())
        .extracting(FrameSnapshot::function)
        .containsExactly(
            "Constructing$Base.<init>", "Constructing$Middle.<init>", "Constructing$Outer.<init>");
  }
}
