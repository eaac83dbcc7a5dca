package dev.bottrace.benchmarks;

import dev.bottrace.TraceRequest;
import dev.bottrace.Tracer;
import dev.bottrace.benchmarks.workload.Guarded;
import dev.bottrace.option.ProcessHost;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Becomes {@link Guarded} with a breakpoint: its place and condition, the file to write, then the
 * workload's own arguments. Says on standard error why the breakpoint did not fire.
 */
public final class ConditionMain {
  private ConditionMain() {}

  /**
   * Runs the workload.
   *
   * @param arguments as above
   * @throws Exception what the workload throws
   */
  public static void main(String[] arguments) throws Exception {
    TraceRequest.ProgramMain main =
        Tracer.run(Guarded.class, Arrays.copyOfRange(arguments, 2, arguments.length))
            .classPath(System.getProperty("java.class.path"))
            .include("dev.bottrace.benchmarks.workload")
            .breakpoint(arguments[0])
            .launch(SnapshotJson::new, Path.of(arguments[1]), new Host());
    main.main().accept(main.arguments().toArray(new String[0]));
  }

  private static final class Host implements ProcessHost {
    @Override
    public void notice(String line) {
      System.err.println(line);
    }

    @Override
    public void halt(int exitCode) {
      Runtime.getRuntime().halt(exitCode);
    }
  }
}
