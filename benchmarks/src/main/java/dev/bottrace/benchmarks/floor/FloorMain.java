package dev.bottrace.benchmarks.floor;

import java.io.FileOutputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Arrays;

/**
 * Runs {@link dev.bottrace.benchmarks.WorkloadMain} with a floor put in: {@code count}, {@code
 * text} or {@code bin}, the file to write, then its own arguments. Says on standard error how many
 * calls there were, as far as it has counted them.
 */
public final class FloorMain {
  private FloorMain() {}

  /**
   * Runs a workload.
   *
   * @param arguments as above
   * @throws Throwable what the workload throws
   */
  public static void main(String[] arguments) throws Throwable {
    String[] rest = Arrays.copyOfRange(arguments, 2, arguments.length);
    if (arguments[0].equals("count")) {
      run(new FloorTransform(CountFloor.class, false), rest);
      System.err.println("calls " + CountFloor.calls());
    } else {
      try (FileOutputStream out = new FileOutputStream(arguments[1])) {
        LineFloor.open(out, arguments[0].equals("text") ? 40 : 4);
        run(new FloorTransform(LineFloor.class, true), rest);
        LineFloor.flush();
      }
    }
  }

  private static void run(FloorTransform transform, String... arguments) throws Throwable {
    Class<?> main = Class.forName(WorkloadLoader.MAIN, true, new WorkloadLoader(transform, null));
    MethodHandles.lookup()
        .findStatic(main, "main", MethodType.methodType(void.class, String[].class))
        .invokeExact(arguments);
  }
}
