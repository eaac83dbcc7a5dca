package dev.bottrace.internal.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import org.jacoco.core.data.ExecutionDataStore;
import org.jacoco.core.data.SessionInfoStore;
import org.jacoco.core.instr.Instrumenter;
import org.jacoco.core.runtime.IRuntime;
import org.jacoco.core.runtime.LoggerRuntime;
import org.jacoco.core.runtime.RuntimeData;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Classes that JaCoCo has instrumented before: its probes come before bytecode 0. */
class JacocoTest {
  private final IRuntime runtime = new LoggerRuntime();
  private final Instrumenter jacoco = new Instrumenter(runtime);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ConstructorsTarget",
        "EnumsTarget",
        "InterfacesTarget",
        "LoopsTarget",
        "RecordsTarget",
        "TryFinallyTarget",
        "WideParametersTarget"
      })
  void leave_the_same_trace_and_count_their_coverage(String target) throws Exception {
    RuntimeData data = new RuntimeData();
    runtime.startup(data);
    ProbedLoader loader = new ProbedLoader(this::covered, Probing.CALLS);

    runQuietly(Class.forName(Targets.PACKAGE + target, true, loader));

    assertThat(Targets.withoutNumbersOfLambdas(loader.trace()))
        .isEqualTo(Files.readString(Targets.SOURCES.resolve(target + ".trace")));
    ExecutionDataStore executed = new ExecutionDataStore();
    data.collect(executed, new SessionInfoStore(), false);
    assertThat(executed.getContents()).isNotEmpty().allMatch(of -> of.hasHits());
    runtime.shutdown();
  }

  private byte[] covered(String name) {
    try {
      return name.startsWith(Targets.PACKAGE)
          ? jacoco.instrument(Targets.classFile(name), name)
          : null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void runQuietly(Class<?> type) throws ReflectiveOperationException {
    Method main = type.getDeclaredMethod("main", String[].class);
    main.setAccessible(true);
    PrintStream before = System.out;
    System.setOut(new PrintStream(java.io.OutputStream.nullOutputStream()));
    try {
      main.invoke(null, (Object) new String[0]);
    } finally {
      System.setOut(before);
    }
  }
}
