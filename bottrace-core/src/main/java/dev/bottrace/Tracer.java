package dev.bottrace;

import dev.bottrace.internal.record.LiveOptions;
import dev.bottrace.option.Block;
import dev.bottrace.option.Program;
import dev.bottrace.option.TraceOptions;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where tracing starts.
 *
 * <pre>{@code
 * Trace trace = Tracer.run(App.class, "--demo").calls().maxDepth(3).execute();
 * }</pre>
 */
public final class Tracer {
  private Tracer() {}

  /**
   * Asks for a run of a class's {@code main}. The class is loaded again for each run, from the
   * class path of this JVM or from the one that the request names; so the program has classes, and
   * static fields, of its own.
   *
   * @param mainClass the class
   * @param arguments of {@code main}
   * @return a request that records nothing yet
   */
  public static TraceRequest run(Class<?> mainClass, String... arguments) {
    TraceRequest request =
        new TraceRequest(new Program.MainClass(mainClass.getName()), List.of(arguments));
    String resource = mainClass.getName().replace('.', '/') + ".class";
    boolean onClassPath = ClassLoader.getSystemResource(resource) != null;
    String location = onClassPath ? null : location(mainClass);
    return location == null
        ? request
        : request.classPath(
            location + File.pathSeparator + System.getProperty("java.class.path", ""));
  }

  /** Returns where a class comes from that another loader has found than the system's. */
  private static @Nullable String location(Class<?> mainClass) {
    CodeSource source = mainClass.getProtectionDomain().getCodeSource();
    try {
      return source == null ? null : Path.of(source.getLocation().toURI()).toString();
    } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException e) {
      return null;
    }
  }

  /**
   * Asks for a run of a program as the command line names it.
   *
   * @param program a jar ({@code app.jar}), a source file ({@code App.java}) or the name of a class
   *     ({@code com.acme.App})
   * @param arguments of {@code main}
   * @return a request that records nothing yet
   * @throws IllegalArgumentException if the program is blank
   */
  public static TraceRequest run(String program, String... arguments) {
    return new TraceRequest(Program.of(program), List.of(arguments));
  }

  /**
   * Asks for a run of a jar or a source file.
   *
   * @param program a path that ends in {@code .jar} or {@code .java}
   * @param arguments of {@code main}
   * @return a request that records nothing yet
   * @throws IllegalArgumentException if the path ends in neither
   */
  public static TraceRequest run(Path program, String... arguments) {
    Program named = Program.of(program.toString());
    if (named instanceof Program.MainClass) {
      throw new IllegalArgumentException("neither a .jar nor a .java file: " + program);
    }
    return new TraceRequest(named, List.of(arguments));
  }

  /**
   * Asks for a run of a program, whatever its file is called: {@code new Program.Jar(path)} may be
   * a {@code .war}.
   *
   * @param program a jar, a source file or a main class
   * @param arguments of {@code main}
   * @return a request that records nothing yet
   * @throws IllegalArgumentException if it is the program of this JVM
   */
  public static TraceRequest run(Program program, String... arguments) {
    if (program instanceof Program.OfThisJvm) {
      throw new IllegalArgumentException("this JVM runs its program already; use thisJvm()");
    }
    return new TraceRequest(program, List.of(arguments));
  }

  /**
   * Asks for a trace of the program that this JVM runs, from its start or from now on: for agents.
   *
   * @return a request that records nothing yet, for {@link TraceRequest#observe} and {@link
   *     TraceRequest#attach}
   */
  public static TraceRequest thisJvm() {
    return new TraceRequest(new Program.OfThisJvm(), List.of());
  }

  /**
   * Asks for a recording of a block of code in this JVM, with the classes as they are loaded here.
   * The block runs for as long as it takes: for a limit, put JUnit's {@code @Timeout} on the test.
   *
   * <pre>{@code
   * Trace trace = Tracer.record(() -> orders.place(order)).include("com.acme.orders").calls().execute();
   * }</pre>
   *
   * @param block what to run and to record
   * @return a request that records nothing yet
   */
  public static BlockRequest record(Block block) {
    return new BlockRequest(
        Objects.requireNonNull(block, "block"), TraceOptions.DEFAULT, LiveOptions.NONE);
  }

  /**
   * Asks for a recording of a part of this JVM's program, for a span of time.
   *
   * <pre>{@code
   * try (Recording recording = Tracer.include("com.acme.orders").callCounts().start()) {
   *   ...
   * }
   * }</pre>
   *
   * @param prefix as in {@link Request#include}
   * @return a request that records nothing yet
   * @throws IllegalArgumentException if it can't be a package, a class or a source path
   */
  public static RecordingRequest include(String prefix) {
    return new RecordingRequest(TraceOptions.DEFAULT, LiveOptions.NONE, true).include(prefix);
  }

  /**
   * Asks for a recording of this JVM's program, for a span of time: of the classes that come from
   * directories, and not from jars, unless {@link Request#include} says otherwise.
   *
   * @return a request that records nothing yet
   */
  public static RecordingRequest recording() {
    return new RecordingRequest(TraceOptions.DEFAULT, LiveOptions.NONE, true);
  }
}
