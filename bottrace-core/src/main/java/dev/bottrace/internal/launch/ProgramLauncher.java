package dev.bottrace.internal.launch;

import dev.bottrace.option.ProcessHost;
import dev.bottrace.option.ProgramNotRunnableException;
import dev.bottrace.option.TraceOptions;
import dev.bottrace.trace.TraceEventSink;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Makes this JVM the program: once, on the main thread, which then has nothing left to do but to
 * call the program's {@code main}. What was recorded is written when the JVM ends, in whatever way.
 */
public final class ProgramLauncher implements Consumer<Throwable> {
  private final ProgramRequest request;
  private final TraceOptions options;
  private final @Nullable Path out;
  private final JvmRecording recording;

  /**
   * Makes a launcher.
   *
   * @param request the program, and what to record of it
   * @param out where the trace goes; null is standard output, which the program shares then
   * @param host the process
   */
  public ProgramLauncher(ProgramRequest request, @Nullable Path out, ProcessHost host) {
    this.request = request;
    this.options = request.options();
    this.out = out;
    this.recording = new JvmRecording(options, out, host, true);
  }

  /**
   * Sets up the JVM.
   *
   * @param format writes events to a stream
   * @return what the caller is to call next, and last
   * @throws ProgramNotRunnableException if there is no such program
   * @throws IOException if the trace can't be written where it is to go
   */
  public ProgramStart launch(Function<OutputStream, TraceEventSink> format)
      throws ProgramNotRunnableException, IOException {
    ProgramLoader loader = loader();
    ResolvedProgram resolved = new ProgramResolver(request.classPath()).resolve(request.program());
    if (options.observes()) {
      TraceSession session =
          new TraceSession(
              resolved, options, loader, true, new LauncherInstrumentation(loader.ownJar()));
      loader.open(recording.begin(session, format));
    } else {
      loader.open(new LoadedProgram(resolved.classPath(), this, recording));
      recording.makeEmptyFile();
      if (out != null || asksForMore()) {
        recording.warning(
            "nothing is traced without --calls, --call-counts, --breakpoint or --on-exception");
      }
    }
    ProgramStart start = start(resolved, loader.classLoader());
    Duration timeout = options.bounds().timeout();
    if (timeout != null) {
      recording.endAfter(timeout, new OnClassPath(resolved.classPath()));
    }
    return start;
  }

  private ProgramStart start(ResolvedProgram resolved, ClassLoader loader)
      throws ProgramNotRunnableException {
    try {
      Class<?> mainClass = new ProgramEnvironment(resolved, request.arguments()).enter(loader);
      return new ProgramStart(MainMethod.of(mainClass), request.arguments(), this);
    } catch (ProgramNotRunnableException e) {
      recording.giveUp();
      throw e;
    }
  }

  /** Tells classes of the program by their names. */
  record OnClassPath(ClassPath classPath) implements Predicate<String> {
    @Override
    public boolean test(String className) {
      return classPath.find(className.replace('.', '/') + ".class") != null;
    }
  }

  /** Takes the exception that leaves the program's {@code main}. */
  @Override
  public void accept(Throwable thrown) {
    recording.uncaught(thrown);
  }

  /** Tells whether there are options that say how something is traced, though nothing is. */
  @SuppressWarnings("ReferenceEquality") // equal ones are compared after that
  private boolean asksForMore() {
    if (options == TraceOptions.DEFAULT) {
      return false; // the first comparison of records costs as much as all the rest of a start
    }
    Duration timeout = options.bounds().timeout();
    return !options.equals(
        timeout == null ? TraceOptions.DEFAULT : TraceOptions.DEFAULT.withTimeout(timeout));
  }

  private static ProgramLoader loader() {
    if (AppLoader.isPossible()) {
      return new AppLoader();
    }
    boolean ready =
        ClassLoader.getSystemClassLoader() instanceof TracingClassLoader system && !system.isOpen();
    TracingClassLoader loader =
        ready
            ? (TracingClassLoader) ClassLoader.getSystemClassLoader()
            : TracingClassLoader.inside(ProgramLauncher.class.getClassLoader());
    JdkInternals.bindBootLayer(loader); // the compiler is a service too
    return loader;
  }
}
