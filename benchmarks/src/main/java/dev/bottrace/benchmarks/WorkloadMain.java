package dev.bottrace.benchmarks;

import dev.bottrace.benchmarks.workload.Chain;
import dev.bottrace.benchmarks.workload.Fibonacci;
import dev.bottrace.benchmarks.workload.Formulas;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongSupplier;

/**
 * The program that is run as a whole process. Arguments: the workload, how often it is repeated in
 * a round, rounds of warm-up, rounds that are measured, and the file of lines that may be cut, if
 * there is one. Writes to standard error what they took.
 */
public final class WorkloadMain {
  private WorkloadMain() {}

  /**
   * Runs a workload.
   *
   * @param arguments as above
   */
  public static void main(String[] arguments) {
    Workload workload = Workload.valueOf(arguments[0]);
    int times = Integer.parseInt(arguments[1]);
    int warmUp = Integer.parseInt(arguments[2]);
    int rounds = Integer.parseInt(arguments[3]);
    CutFile file = arguments.length == 4 ? null : new CutFile(Path.of(arguments[4]));
    Runnable between = file == null ? () -> {} : file::cut;
    if (workload.threads() == 0) {
      Rounds.run(() -> run(workload, times), warmUp, rounds, between);
    } else {
      ExecutorService pool = Executors.newFixedThreadPool(workload.threads());
      Rounds.run(inThreads(pool, workload, times), warmUp, rounds, between);
      pool.shutdown();
    }
    if (file != null) {
      System.err.println(file.report());
    }
  }

  private static LongSupplier inThreads(ExecutorService pool, Workload workload, int times) {
    List<Callable<Long>> tasks =
        Collections.nCopies(workload.threads(), () -> run(workload, times));
    return () -> {
      try {
        long sum = 0;
        for (Future<Long> done : pool.invokeAll(tasks)) {
          sum += done.get();
        }
        return sum;
      } catch (InterruptedException | ExecutionException e) {
        throw new IllegalStateException(e);
      }
    };
  }

  static long run(Workload workload, int times) {
    return switch (workload) {
      case W1, W4, W4_ALONE -> Chain.run(times);
      case W2 -> Fibonacci.run(times);
      case W3 -> Formulas.run(times);
    };
  }
}
