package dev.bottrace.benchmarks;

import dev.bottrace.TraceRequest;
import dev.bottrace.Tracer;
import dev.bottrace.benchmarks.workload.Failures;
import dev.bottrace.benchmarks.workload.HotLine;
import dev.bottrace.option.OnException;
import dev.bottrace.option.ProcessHost;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Becomes a workload that is observed as by the command line: {@code snapshots LINE}, {@code
 * snapshots-locals LINE} or {@code exceptions 0}, the file to write, then the workload's own
 * arguments. Says on standard error how many snapshots there were.
 */
public final class StateMain {
  private StateMain() {}

  /**
   * Runs a workload.
   *
   * @param arguments as above
   * @throws Exception what the workload throws
   */
  public static void main(String[] arguments) throws Exception {
    String[] rest = Arrays.copyOfRange(arguments, 3, arguments.length);
    TraceRequest.ProgramMain main =
        request(arguments[0], arguments[1], rest)
            .classPath(System.getProperty("java.class.path"))
            .include("dev.bottrace.benchmarks.workload")
            .launch(SnapshotJson::new, Path.of(arguments[2]), new Host());
    main.main().accept(main.arguments().toArray(new String[0]));
  }

  private static TraceRequest request(String mode, String line, String... rest) {
    String breakpoint = "HotLine.java:" + line;
    return switch (mode) {
      case "snapshots" -> Tracer.run(HotLine.class, rest).breakpoint(breakpoint);
      case "snapshots-locals" -> Tracer.run(HotLine.class, rest).breakpoint(breakpoint).locals();
      case "exceptions" ->
          Tracer.run(Failures.class, rest).onException(OnException.SNAPSHOT).locals();
      default -> throw new IllegalArgumentException(mode);
    };
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
