package dev.bottrace.internal.launch;

import dev.bottrace.option.ProcessHost;
import dev.bottrace.option.TraceOptions;
import dev.bottrace.runtime.ProgramSink;
import dev.bottrace.trace.TraceEventSink;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.instrument.Instrumentation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Traces a program that somebody else starts in this JVM: once, as an agent, before its main class
 * is loaded. All of its classes get their probes through {@link Instrumentation}, and find what
 * those call in the boot loader, where {@link AgentRuntime} has put it.
 */
public final class AgentLauncher {
  private final TraceOptions options;
  private final JvmRecording recording;

  /**
   * Makes a launcher.
   *
   * @param options what to record
   * @param out where the trace goes; null is standard output, which the program shares then
   * @param host the process
   */
  public AgentLauncher(TraceOptions options, @Nullable Path out, ProcessHost host) {
    this.options = options;
    this.recording = new JvmRecording(options, out, host, false);
  }

  /**
   * Begins to record. To be called on the main thread.
   *
   * @param instrumentation of this JVM
   * @param format writes events to a stream
   * @throws IOException if the trace can't be written where it is to go
   */
  public void begin(Instrumentation instrumentation, Function<OutputStream, TraceEventSink> format)
      throws IOException {
    ResolvedProgram resolved = RunningProgram.find();
    if (options.observes()) {
      TraceSession session =
          new TraceSession(resolved, options, new RunningLoader(), true, () -> instrumentation);
      LoadedProgram program = recording.begin(session, format);
      ProgramSink.set(program.sink());
      LoadedAhead.initializeProbes();
      session.others().begin();
    } else {
      recording.makeEmptyFile();
      recording.warning("nothing is traced without calls, call-counts, breakpoint or on-exception");
    }
    Duration timeout = options.bounds().timeout();
    if (timeout != null) {
      recording.endAfter(timeout, new ProgramLauncher.OnClassPath(resolved.classPath()));
    }
  }
}
