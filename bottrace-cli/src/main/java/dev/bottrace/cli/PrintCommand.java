package dev.bottrace.cli;

import dev.bottrace.compact.CompactTrace;
import dev.bottrace.compact.CompactTraceException;
import dev.bottrace.json.JsonTraceWriter;
import dev.bottrace.option.ProcessHost;
import dev.bottrace.trace.TraceEventSink;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What the arguments of {@code bottrace print} mean.
 *
 * @param trace file in compact form; null if only help is wanted
 * @param format text or NDJSON
 * @param out file to write; null is standard output
 * @param top rows of counts; 0 is all
 */
record PrintCommand(@Nullable Path trace, TraceFormat format, @Nullable Path out, int top) {

  boolean wantsHelp() {
    return trace == null;
  }

  /** Prints the trace; returns the exit code. */
  int execute(OutputStream stdout, ProcessHost host) throws UsageException, IOException {
    if (trace == null) {
      throw new IllegalStateException("only help is wanted");
    }
    try {
      CompactTrace read = CompactTrace.read(trace);
      print(read, trace, stdout);
      read.notices().forEach(notice -> host.notice("bottrace: " + notice));
      return ExitCode.OK;
    } catch (CompactTraceException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }

  private void print(CompactTrace read, Path from, OutputStream stdout)
      throws UsageException, IOException {
    if (out == null) {
      read.writeTo(sink(PrintOutput.stdout(stdout)));
      return;
    }
    if (Files.exists(out) && Files.isSameFile(out, from)) {
      throw new UsageException("--out names the trace itself: " + out);
    }
    try (PrintOutput file = PrintOutput.file(out)) {
      read.writeTo(sink(file));
    }
  }

  /** As a run prints: what breakpoints saw is JSON also between lines of text. */
  private TraceEventSink sink(OutputStream to) {
    TraceEventSink writer = format.writer(to, top);
    return format == TraceFormat.TEXT ? new MixedFormSink(writer, new JsonTraceWriter(to)) : writer;
  }
}
