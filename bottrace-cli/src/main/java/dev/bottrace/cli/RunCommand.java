package dev.bottrace.cli;

import dev.bottrace.Observation;
import dev.bottrace.TraceRequest;
import dev.bottrace.TraceRequest.ProgramMain;
import dev.bottrace.option.ProcessHost;
import dev.bottrace.option.ProgramNotRunnableException;
import dev.bottrace.trace.Termination;
import dev.bottrace.trace.Trace;
import dev.bottrace.trace.TraceEventSink;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the arguments of {@code bottrace run} mean.
 *
 * @param request program and options; null if only help is wanted
 * @param output where the trace goes
 * @param properties system properties for the program
 */
record RunCommand(
    @Nullable TraceRequest request, RunOutput output, Map<String, String> properties) {

  boolean wantsHelp() {
    return request == null;
  }

  TraceRequest requested() {
    if (request == null) {
      throw new IllegalStateException("only help is wanted");
    }
    return request;
  }

  void warn(ProcessHost host) {
    for (String warning : NoEffect.warnings(requested().options(), output)) {
      host.notice("bottrace: warning: " + warning);
    }
  }

  /** Makes this JVM the program. */
  ProgramMain launch(OutputStream stdout, ProcessHost host)
      throws ProgramNotRunnableException, IOException {
    output.checkIsNot(requested().program());
    for (Map.Entry<String, String> property : properties.entrySet()) {
      System.setProperty(property.getKey(), property.getValue());
    }
    RunSinks sinks = new RunSinks(output, requested().options(), stdout, host);
    boolean launched = false;
    try {
      ProgramMain main = requested().launch(sinks, output.out(), host);
      warn(host);
      sinks.finishUnused();
      launched = true;
      return main;
    } finally {
      if (!launched) {
        sinks.close();
      }
    }
  }

  /** Traces the program of this JVM, as an agent. */
  void observe(Instrumentation instrumentation, OutputStream stdout, ProcessHost host)
      throws IOException {
    RunSinks sinks = new RunSinks(output, requested().options(), stdout, host);
    requested().observe(instrumentation, sinks, output.out(), host);
    warn(host);
    sinks.finishUnused();
  }

  /** Traces the program of this JVM from now on, for somebody who has attached to it. */
  Observation attach(
      Instrumentation instrumentation, TraceEventSink sink, ProcessHost host, Runnable over) {
    return requested().attach(instrumentation, sink, host, over);
  }

  /** Runs the program inside this JVM. */
  int execute(PrintStream stdout, ProcessHost host)
      throws ProgramNotRunnableException, IOException, InterruptedException {
    output.checkIsNot(requested().program());
    try (RunSinks sinks = new RunSinks(output, requested().options(), stdout, host)) {
      Trace trace = requested().execute();
      warn(host);
      notices(trace).forEach(host::notice);
      write(trace, sinks, stdout);
      return trace.exitCode();
    }
  }

  private static List<String> notices(Trace trace) {
    List<String> notices = new ArrayList<>(trace.notices());
    if (trace.termination().kind() == Termination.Kind.TIMED_OUT) {
      notices.add(trace.termination().stacks());
    }
    trace.receipts().forEach(receipt -> notices.add("bottrace: " + receipt));
    return notices;
  }

  private void write(Trace trace, RunSinks sinks, OutputStream stdout) throws IOException {
    if (output.out() == null) {
      trace.writeTo(sinks.to(stdout));
      return;
    }
    try (OutputStream file = new FileOutputStream(output.out().toFile())) {
      trace.writeTo(sinks.to(file));
    }
  }
}
