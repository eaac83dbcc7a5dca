package dev.bottrace.internal.instrument;

import dev.bottrace.TraceRequest;
import dev.bottrace.Tracer;
import dev.bottrace.text.TextTraceWriter;
import dev.bottrace.trace.Trace;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * How a target program ran.
 *
 * @param out its standard output
 * @param exitCode its end
 * @param stackTrace of the exception that left {@code main}, as far as it names the program
 */
record TargetRun(String out, int exitCode, List<String> stackTrace) {

  /** Runs a target under plain {@code java}. */
  static TargetRun plain(String target) throws IOException, InterruptedException {
    Process java =
        new ProcessBuilder(
                System.getProperty("java.home") + "/bin/java",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                Targets.CLASSES.toString(),
                Targets.PACKAGE + target)
            .start();
    java.getOutputStream().close();
    String out = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String err = new String(java.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    return new TargetRun(out, java.waitFor(), linesOfProgram(err));
  }

  /** Describes a run that left a trace. */
  static TargetRun of(Trace trace, String out) {
    StringWriter err = new StringWriter();
    trace.uncaught().ifPresent(e -> e.printStackTrace(new PrintWriter(err, true)));
    return new TargetRun(out, trace.exitCode(), linesOfProgram(err.toString()));
  }

  private static List<String> linesOfProgram(String err) {
    return err.lines()
        .filter(line -> line.contains("\tat " + Targets.PACKAGE) || line.startsWith("Caused by"))
        .toList();
  }

  /** A run that was traced, with its output. */
  record Traced(Trace trace, String out) {
    static Traced of(String target) throws Exception {
      return of(target, TraceRequest::calls);
    }

    static Traced of(String target, UnaryOperator<TraceRequest> options) throws Exception {
      PrintStream before = System.out;
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
      try {
        TraceRequest request =
            Tracer.run(Targets.PACKAGE + target).classPath(Targets.CLASSES.toString());
        Trace trace = options.apply(request).execute();
        return new Traced(trace, out.toString(StandardCharsets.UTF_8));
      } finally {
        System.setOut(before);
      }
    }

    String text() throws IOException {
      ByteArrayOutputStream text = new ByteArrayOutputStream();
      trace.writeTo(new TextTraceWriter(text));
      return Targets.withoutNumbersOfLambdas(text.toString(StandardCharsets.UTF_8));
    }
  }
}
