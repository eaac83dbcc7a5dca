package dev.bottrace.internal.instrument;

import dev.bottrace.internal.record.EventLog;
import dev.bottrace.internal.record.RecordedProgram;
import dev.bottrace.internal.record.Recorder;
import dev.bottrace.internal.record.RecorderOwner;
import dev.bottrace.internal.symbol.SymbolTable;
import dev.bottrace.option.ClassFilter;
import dev.bottrace.option.Scope;
import dev.bottrace.option.TraceOptions;
import dev.bottrace.runtime.Probes;
import dev.bottrace.text.TextTraceWriter;
import dev.bottrace.trace.CallCount;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Defines classes from bytes, with probes, and records what they call; all others are the tests'.
 */
final class ProbedLoader extends ClassLoader implements Supplier<Object> {
  private final Function<String, byte @Nullable []> classFiles;
  private final SymbolTable symbols = new SymbolTable();
  private final EventLog log = new EventLog(symbols);
  private final Recorder recorder;
  private final ClassInstrumenter instrumenter;
  private final List<String> warnings = new ArrayList<>();

  /**
   * Makes a loader.
   *
   * @param classFiles gives the class file for a binary name, null for classes of others
   * @param probing which probes they get
   */
  ProbedLoader(Function<String, byte @Nullable []> classFiles, Probing probing) {
    super(ProbedLoader.class.getClassLoader());
    this.classFiles = classFiles;
    TraceOptions options = TraceOptions.DEFAULT;
    this.recorder =
        Recorder.keeping(
            RecordedProgram.of(
                symbols,
                probing == Probing.ENTRIES ? options.withCallCounts() : options.withCalls()),
            new NoOwner(),
            log);
    recorder.mainThread(Thread.currentThread());
    this.instrumenter =
        new ClassInstrumenter(symbols, ClassFilter.of(Scope.DEFAULT), true, probing, ExitCalls.ALL)
            .shown();
  }

  /** Defines one class and nothing else. */
  static ProbedLoader of(String name, byte[] classFile) {
    return new ProbedLoader(Map.of(name, classFile)::get, Probing.CALLS);
  }

  @Override
  public Object get() {
    return recorder;
  }

  List<String> warnings() {
    return warnings;
  }

  /** Ends recording, and returns the trace. */
  String trace() throws IOException {
    recorder.finish();
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    TextTraceWriter writer = new TextTraceWriter(text);
    log.replay(writer);
    writer.flush();
    return text.toString(StandardCharsets.UTF_8);
  }

  List<CallCount> counts() {
    recorder.finish();
    return recorder.callCounts();
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      if (loaded != null) {
        return loaded;
      }
      byte[] classFile = name.equals(Probes.class.getName()) ? probes() : classFiles.apply(name);
      return classFile == null ? super.loadClass(name, resolve) : define(name, classFile);
    }
  }

  private Class<?> define(String name, byte[] classFile) {
    boolean own = !name.equals(Probes.class.getName());
    InstrumentedClass instrumented = instrumenter.instrument(classFile, own);
    warnings.addAll(instrumented.warnings());
    return defineClass(name, instrumented.classFile(), 0, instrumented.classFile().length);
  }

  private static byte[] probes() {
    try (InputStream in = Probes.class.getResourceAsStream("Probes.class")) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class NoOwner implements RecorderOwner {
    @Override
    public void notice(String line) {}

    @Override
    public void limitReached(long events) {}

    @Override
    public void writeFailed(IOException failure) {
      throw new UncheckedIOException(failure);
    }

    @Override
    public int programHalts(int status) {
      return status;
    }

    @Override
    public void programExits(int status) {}
  }
}
