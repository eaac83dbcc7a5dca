package dev.bottrace.compact;

import dev.bottrace.internal.compact.EventDecoder;
import dev.bottrace.internal.compact.MalformedTraceException;
import dev.bottrace.trace.Argument;
import dev.bottrace.trace.CallCount;
import dev.bottrace.trace.CallTree;
import dev.bottrace.trace.EventValues;
import dev.bottrace.trace.Receipt;
import dev.bottrace.trace.RecordedPart;
import dev.bottrace.trace.RecordedRun;
import dev.bottrace.trace.TraceEventSink;
import dev.bottrace.trace.TracedMethod;
import dev.bottrace.trace.TracedThread;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A trace in a file that {@link CompactTraceWriter} has written. The file is read each time that
 * something is asked for, chunk by chunk, so that a trace of any length takes little memory; only
 * the call tree, once asked for, is kept. What was written after the last whole chunk, as by a
 * process that was killed, is left out, and {@link #notices()} says so.
 *
 * <p>Methods that do not throw {@link IOException} throw an {@link UncheckedIOException} with a
 * {@link CompactTraceException} in it where the file turns out to be damaged. Safe for use by any
 * number of threads, as long as nobody changes the file.
 */
public final class CompactTrace implements RecordedRun {
  private final Path file;
  private volatile @Nullable Contents contents;
  private volatile @Nullable CallTree callTree;
  private volatile @Nullable ChunkIndex index;

  private CompactTrace(Path file) {
    this.file = file;
  }

  /** What a file holds beside its events. */
  private record Contents(
      List<TracedThread> threads,
      List<Receipt> receipts,
      @Nullable List<CallCount> counts,
      List<String> notices) {}

  /**
   * Opens a file, and looks how it begins. A pipe is not looked at, and can be shown once only.
   *
   * @param file its path
   * @return the trace
   * @throws CompactTraceException if there is no such file, it can't be read, is something else, or
   *     is of a later version of the form
   */
  public static CompactTrace read(Path file) throws CompactTraceException {
    if (!Files.exists(file) || Files.isRegularFile(file) || Files.isDirectory(file)) {
      ChunkReader.open(file).close();
    }
    return new CompactTrace(file);
  }

  /**
   * Writes a trace while {@link CompactTraceWriter} still writes it to the other end of a stream:
   * its events as they come, with a flush whenever no more are there at the moment, and at its end
   * receipts and counts. Returns when the stream has ended.
   *
   * @param in the stream; not closed
   * @param name what it is called in messages
   * @param sink takes the trace; finished also where the trace is not whole
   * @return whether the trace is whole: the other side has not ended before
   * @throws CompactTraceException if what comes is no trace, or the stream fails; what came before
   *     was written
   * @throws IOException if the sink throws it
   */
  public static boolean follow(InputStream in, String name, TraceEventSink sink)
      throws IOException {
    EventDecoder decoder = new EventDecoder(sink);
    try {
      ChunkReader chunks = ChunkReader.of(in, name);
      for (byte[] chunk = chunks.next(); chunk != null; chunk = chunks.next()) {
        decode(decoder, chunk, chunks);
        if (chunks.isIdle()) {
          sink.flush();
        }
      }
    } catch (CompactTraceException e) {
      sink.finish();
      throw e;
    }
    sink.receipts(decoder.receipts());
    if (decoder.counts() != null) {
      sink.counts(decoder.counts());
    }
    sink.finish();
    return decoder.ended();
  }

  private static void decode(EventDecoder decoder, byte[] chunk, ChunkReader chunks)
      throws IOException {
    try {
      decoder.decode(chunk, 0, chunk.length);
    } catch (MalformedTraceException e) {
      throw chunks.damage(e);
    }
  }

  /**
   * Shows all events in the order of the trace; no counts, and no flush.
   *
   * @param sink takes them
   * @throws CompactTraceException if the file is damaged; what stands before that place was shown
   * @throws IOException if the sink throws it
   */
  @Override
  public void replay(TraceEventSink sink) throws IOException {
    show(sink);
  }

  /**
   * Writes the whole trace: its events, receipts, then its counts if there are any.
   *
   * @param sink takes it
   * @throws CompactTraceException if the file is damaged; what stands before that place was written
   * @throws IOException if the sink throws it
   */
  @Override
  public void writeTo(TraceEventSink sink) throws IOException {
    Contents shown;
    try {
      shown = show(sink);
    } catch (CompactTraceException e) {
      sink.flush();
      throw e;
    }
    sink.receipts(shown.receipts());
    if (shown.counts() != null) {
      sink.counts(shown.counts());
    }
    sink.finish();
  }

  private Contents show(TraceEventSink sink) throws IOException {
    try (ChunkReader chunks = ChunkReader.open(file)) {
      EventDecoder decoder = new EventDecoder(sink);
      for (byte[] chunk = chunks.next(); chunk != null; chunk = chunks.next()) {
        decode(decoder, chunk, chunks);
      }
      Contents shown = contents(decoder, chunks);
      contents = shown;
      return shown;
    }
  }

  private Contents contents(EventDecoder decoder, ChunkReader chunks) {
    String notice = decoder.ended() && chunks.cut() == 0 ? null : file + missing(chunks);
    return new Contents(
        decoder.threads(),
        decoder.receipts(),
        decoder.counts(),
        notice == null ? List.of() : List.of(notice));
  }

  private static String missing(ChunkReader chunks) {
    if (chunks.isEmpty()) {
      return " is empty";
    }
    return chunks.cut() == 0
        ? " has no end: the program was killed, or still runs"
        : " ends in the middle of a chunk: its last " + chunks.cut() + " bytes are left out";
  }

  private Contents contents() {
    Contents known = contents;
    if (known != null) {
      return known;
    }
    try {
      return show(Unseen.INSTANCE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Looks at nothing. */
  private enum Unseen implements TraceEventSink {
    INSTANCE;

    @Override
    public void call(
        TracedMethod method, TracedThread thread, int depth, List<Argument> arguments) {}

    @Override
    public void returned(
        TracedMethod method,
        TracedThread thread,
        int depth,
        @Nullable String thrown,
        @Nullable String value) {}

    @Override
    public void counts(Iterable<CallCount> counts) {}

    @Override
    public void flush() {}
  }

  /**
   * Tells whether the file is whole.
   *
   * @return false if it ends before the run did: the program was killed, still runs, or the disk
   *     was full
   */
  public boolean isComplete() {
    return contents().notices().isEmpty();
  }

  /**
   * Tells whether something was asked for. A file does not say that: only where it has counts and
   * not one call it is certain that calls were not. Other questions about what was not asked for
   * are answered as if nothing had happened.
   */
  @Override
  public boolean holds(RecordedPart part) {
    return switch (part) {
      case CALLS ->
          !Files.isRegularFile(file) // a pipe can be read once only
              || !threads().isEmpty()
              || counts().isEmpty();
      default -> true;
    };
  }

  /** Says that the file ends before the run did, if it does: then any call may be missing. */
  @Override
  public Optional<String> mayLack(String pattern, RecordedPart part) {
    return incomplete();
  }

  @Override
  public Optional<String> incomplete() {
    return notices().stream().findFirst();
  }

  @Override
  public CallTree callTree() {
    CallTree tree = callTree;
    return tree == null ? makeTree() : tree;
  }

  private synchronized CallTree makeTree() {
    CallTree tree = callTree;
    if (tree == null) {
      tree = CallTree.of(this);
      callTree = tree;
    }
    return tree;
  }

  @Override
  public EventValues valuesOf(long event) throws IOException {
    ChunkIndex known = index;
    if (known == null) {
      known = ChunkIndex.of(file);
      index = known;
    }
    return known.valuesOf(event);
  }

  @Override
  public List<CallCount> callCounts() {
    return counts().isEmpty() ? callTree().callCounts() : counts();
  }

  private List<CallCount> counts() {
    List<CallCount> counts = contents().counts();
    return counts == null ? List.of() : counts;
  }

  @Override
  public List<TracedThread> threads() {
    return contents().threads();
  }

  @Override
  public List<Receipt> receipts() {
    return contents().receipts();
  }

  @Override
  public List<String> notices() {
    return contents().notices();
  }
}
