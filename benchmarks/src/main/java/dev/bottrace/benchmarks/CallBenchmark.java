package dev.bottrace.benchmarks;

import dev.bottrace.benchmarks.floor.CountFloor;
import dev.bottrace.benchmarks.floor.FloorTransform;
import dev.bottrace.benchmarks.floor.LineFloor;
import dev.bottrace.benchmarks.floor.WorkloadLoader;
import dev.bottrace.internal.instrument.ClassInstrumenter;
import dev.bottrace.internal.instrument.ExitCalls;
import dev.bottrace.internal.instrument.Probing;
import dev.bottrace.internal.record.RecordedProgram;
import dev.bottrace.internal.record.Recorder;
import dev.bottrace.internal.record.RecorderOwner;
import dev.bottrace.internal.symbol.SymbolTable;
import dev.bottrace.option.ClassFilter;
import dev.bottrace.option.Scope;
import dev.bottrace.option.TraceOptions;
import dev.bottrace.text.TextTraceWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Calls inside one JVM, ns per call: a workload as it is, with a floor put in, and with bottrace's
 * own probes and recorder. One number covers all that the calling thread does, writing included.
 */
@State(org.openjdk.jmh.annotations.Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(3)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class CallBenchmark {
  private static final int W1_REPETITIONS = 1_000;
  private static final int W1_CALLS = 10_001;
  private static final int W2_CALLS = 21_892;

  /** Of one repetition and the call of {@code run}; the setup finds out if that changes. */
  private static final int W3_CALLS = 71_777;

  /** How the workload is observed. */
  @Param({"plain", "count-floor", "counts", "text-floor", "text", "bin-floor"})
  public String variant = "plain";

  private Path file = Path.of("");
  private RewindingFile out;
  private MethodHandle chain;
  private MethodHandle fibonacci;
  private MethodHandle formulas;

  /** Made by JMH. */
  @SuppressWarnings("NullAway.Init")
  public CallBenchmark() {}

  /**
   * Loads the workloads in the way that {@link #variant} names.
   *
   * @throws Throwable if that failed
   */
  @Setup
  public void load() throws Throwable {
    file = ChildProcess.directory().resolve("trace");
    out = new RewindingFile(file);
    WorkloadLoader loader = loader();
    chain = run("Chain", loader);
    fibonacci = run("Fibonacci", loader);
    formulas = run("Formulas", loader);
    if (variant.equals("count-floor")) {
      checkCalls();
    }
  }

  private WorkloadLoader loader() {
    return switch (variant) {
      case "plain" -> new WorkloadLoader(classFile -> classFile, null);
      case "count-floor" -> new WorkloadLoader(new FloorTransform(CountFloor.class, false), null);
      case "text-floor" -> lines(40);
      case "bin-floor" -> lines(4);
      case "counts" -> traced(TraceOptions.DEFAULT.withCallCounts(), Probing.ENTRIES);
      case "text" -> traced(TraceOptions.DEFAULT.withCalls(), Probing.CALLS);
      default -> throw new IllegalArgumentException(variant);
    };
  }

  private WorkloadLoader lines(int bytes) {
    LineFloor.open(out, bytes);
    return new WorkloadLoader(new FloorTransform(LineFloor.class, true), null);
  }

  private WorkloadLoader traced(TraceOptions options, Probing probing) {
    SymbolTable symbols = new SymbolTable();
    ClassInstrumenter instrumenter =
        new ClassInstrumenter(
            symbols, ClassFilter.of(Scope.DEFAULT), true, probing, ExitCalls.HALT);
    Recorder recorder =
        Recorder.writing(
            RecordedProgram.of(symbols, options), new Owner(), new TextTraceWriter(out));
    recorder.mainThread(Thread.currentThread());
    return new WorkloadLoader(
        classFile -> instrumenter.instrument(classFile, true).classFile(), recorder);
  }

  private static MethodHandle run(String workload, WorkloadLoader loader)
      throws ReflectiveOperationException {
    Class<?> type = Class.forName(WorkloadLoader.WORKLOADS + workload, true, loader);
    return MethodHandles.lookup()
        .findStatic(type, "run", MethodType.methodType(long.class, int.class));
  }

  private void checkCalls() throws Throwable {
    long before = CountFloor.calls();
    long unused = (long) formulas.invokeExact(1);
    unused = (long) formulas.invokeExact(1);
    long first = CountFloor.calls();
    unused += (long) formulas.invokeExact(1);
    if (CountFloor.calls() - first != W3_CALLS) {
      throw new IllegalStateException(
          "W3 makes " + (CountFloor.calls() - first) + " calls " + before + unused);
    }
  }

  /**
   * W1.
   *
   * @return its result
   * @throws Throwable never
   */
  @Benchmark
  @OperationsPerInvocation(W1_CALLS)
  public long w1() throws Throwable {
    return (long) chain.invokeExact(W1_REPETITIONS);
  }

  /**
   * W2.
   *
   * @return its result
   * @throws Throwable never
   */
  @Benchmark
  @OperationsPerInvocation(W2_CALLS)
  public long w2() throws Throwable {
    return (long) fibonacci.invokeExact(1);
  }

  /**
   * W3.
   *
   * @return its result
   * @throws Throwable never
   */
  @Benchmark
  @OperationsPerInvocation(W3_CALLS)
  public long w3() throws Throwable {
    return (long) formulas.invokeExact(1);
  }

  /**
   * Removes the file.
   *
   * @throws IOException if it is not there
   */
  @TearDown
  public void close() throws IOException {
    out.close();
    Files.delete(file);
    Files.delete(file.toAbsolutePath().getParent());
  }

  /** Of a recorder that meets no bound. */
  private static final class Owner implements RecorderOwner {
    @Override
    public void notice(String line) {}

    @Override
    public void limitReached(long events) {
      throw new IllegalStateException("no limit was set");
    }

    @Override
    public void writeFailed(IOException failure) {
      throw new UncheckedIOException(failure);
    }

    @Override
    public int programHalts(int status) {
      return status;
    }

    @Override
    public void programExits(int status) {
      throw new IllegalStateException("no workload exits");
    }
  }
}
