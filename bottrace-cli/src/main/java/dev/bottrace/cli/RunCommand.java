package dev.bottrace.cli;

import dev.bottrace.TraceRequest;
import dev.bottrace.TraceRequest.ProgramMain;
import dev.bottrace.option.ProcessHost;
import dev.bottrace.option.ProgramNotRunnableException;
import dev.bottrace.trace.Termination;
import dev.bottrace.trace.Trace;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the arguments of {@code bottrace run} mean.
 *
 * @param request program and options; null if only help is wanted
 * @param format form of the trace
 * @param out file for the trace; null is standard output
 * @param properties system properties for the program
 */
record RunCommand(
    @Nullable TraceRequest request,
    TraceFormat format,
    @Nullable Path out,
    Map<String, String> properties) {

  boolean wantsHelp() {
    return request == null;
  }

  private TraceRequest requested() {
    if (request == null) {
      throw new IllegalStateException("only help is wanted");
    }
    return request;
  }

  /** Makes this JVM the program. */
  ProgramMain launch(ProcessHost host) throws ProgramNotRunnableException, IOException {
    properties.forEach(System::setProperty);
    TraceRequest requested = requested();
    return requested.launch(stream -> format.writer(stream, requested.options().top()), out, host);
  }

  /** Runs the program inside this JVM. */
  int execute(PrintStream stdout, ProcessHost host)
      throws ProgramNotRunnableException, IOException, InterruptedException {
    Trace trace = requested().execute();
    trace.notices().forEach(host::notice);
    if (trace.termination().kind() == Termination.Kind.TIMED_OUT) {
      host.notice(trace.termination().stacks());
    }
    if (out == null) {
      trace.writeTo(format.writer(stdout, requested().options().top()));
    } else {
      try (OutputStream file = new FileOutputStream(out.toFile())) {
        trace.writeTo(format.writer(file, requested().options().top()));
      }
    }
    return trace.exitCode();
  }
}
