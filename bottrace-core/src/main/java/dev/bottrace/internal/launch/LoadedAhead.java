package dev.bottrace.internal.launch;

import dev.bottrace.internal.record.Recorder;
import dev.bottrace.option.StateOptions;
import dev.bottrace.option.TraceOptions;
import dev.bottrace.runtime.Probes;
import dev.bottrace.trace.TraceEventSink;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Loads what probes may come to need before the program runs. Where there are agents, the JVM shows
 * them each class, and complains on standard error if there is no stack left for that; the program
 * may have used up its stack when a probe needs a class for the first time. And a class of ours
 * whose initializer found no stack would never work again.
 *
 * <p>Goes from class to class by the names in their class files. Safe for use by any number of
 * threads.
 */
public final class LoadedAhead {
  /** Where what writes a trace leads. */
  private static final List<String> WRITING =
      List.of(
          "dev/bottrace/internal/compact/",
          "dev/bottrace/internal/line/",
          "dev/bottrace/compact/",
          "dev/bottrace/json/",
          "dev/bottrace/text/",
          "dev/bottrace/trace/",
          "com/fasterxml/jackson/core/io/JsonStringEncoder",
          "com/fasterxml/jackson/core/io/CharTypes");

  /** Where probes lead. */
  private static final List<String> FOLLOWED =
      Stream.concat(
              WRITING.stream(),
              Stream.of(
                  "dev/bottrace/internal/record/",
                  "dev/bottrace/internal/symbol/",
                  "dev/bottrace/internal/capture/",
                  "dev/bottrace/internal/code/",
                  "dev/bottrace/internal/watch/",
                  "dev/bottrace/option/",
                  "org/objectweb/asm/"))
          .toList();

  /** What is written by a sink that others have made of ours. */
  private static final List<String> FORMS =
      List.of(
          "dev/bottrace/text/TextTraceWriter",
          "dev/bottrace/json/JsonTraceWriter",
          "dev/bottrace/json/JsonSnapshotFile");

  /**
   * Of the JDK, where no name of ours leads to: in signatures of what watches look for methods in,
   * and on the way to a class file.
   */
  private static final List<String> OF_JDK =
      List.of(
          "java/io/ObjectInputStream",
          "java/io/ObjectOutputStream",
          "sun/net/www/MessageHeader",
          "sun/net/www/protocol/file/FileURLConnection",
          "sun/net/www/protocol/jar/JarURLConnection");

  /**
   * Whose a buffer's memory is: nobody's, of ours. What the JIT compiler has compiled before such a
   * class was loaded loads it the first time that it gets a null.
   */
  private static final List<String> OF_BUFFERS =
      List.of(
          "jdk/internal/foreign/MemorySessionImpl", "jdk/internal/misc/ScopedMemoryAccess$Scope");

  private static final ClassLoader OURS = BootDefinition.ownLoader();

  private final Set<String> known = new HashSet<>();
  private final Deque<String> open = new ArrayDeque<>();
  private final Set<List<Boolean>> rehearsed = new HashSet<>();

  /** Makes one that has loaded nothing. */
  public LoadedAhead() {}

  /**
   * Loads what the probes of a recording may need.
   *
   * @param recorder hears of them
   * @param sink gets the events; null if they are kept
   * @param options what is recorded
   */
  public synchronized void load(
      Recorder recorder, @Nullable TraceEventSink sink, TraceOptions options) {
    if (takesValues(options.state())) {
      loadAll(recorder, sink, options);
    } else if (sink != null) {
      loadForm(sink);
    }
    OF_BUFFERS.forEach(name -> load(name, false, null));
    if (rehearsed.add(kinds(options))) {
      Recorder.rehearse(options);
    }
  }

  /** Recordings that have the same kinds of probes need one rehearsal. */
  private static List<Boolean> kinds(TraceOptions options) {
    StateOptions state = options.state();
    return List.of(
        options.calls(),
        options.callCounts(),
        options.async(),
        state.arguments(),
        state.returns(),
        state.locals(),
        state.uncaught(),
        state.breakpoints().isEmpty());
  }

  /** Numbers and names of methods have one way, which the rehearsal goes. */
  private static boolean takesValues(StateOptions state) {
    return state.takesSnapshots() || state.arguments() || state.returns();
  }

  /** The rest of the way to a file is rehearsed. */
  private void loadForm(TraceEventSink sink) {
    Set<String> before = new HashSet<>(known);
    beginForm(sink);
    while (!open.isEmpty()) {
      load(open.remove(), WRITING);
    }
    known.retainAll(before); // they may lead further than they were followed
  }

  private void beginForm(TraceEventSink sink) {
    begin(sink.getClass());
    FORMS.forEach(this::add);
  }

  private void loadAll(Recorder recorder, @Nullable TraceEventSink sink, TraceOptions options) {
    Set<String> left = recorder.leftOut(options);
    begin(recorder.getClass());
    if (sink != null) {
      beginForm(sink);
    }
    List.of(WriteBehind.class, SharedStdout.class, LoadedClasses.class, BrokenClasses.class)
        .forEach(this::begin);
    OF_JDK.forEach(name -> load(name, false, null));
    List<String> later = new ArrayList<>();
    while (!open.isEmpty()) {
      String name = open.remove();
      if (left.contains(name.replace('/', '.'))) {
        later.add(name);
      } else {
        load(name, FOLLOWED);
      }
    }
    known.removeAll(later);
  }

  /**
   * Initializes what instrumented code calls, which finds its sink by that. The first probe may
   * come where there is no stack left, and the program would never have another one.
   */
  public static void initializeProbes() {
    load(Probes.class.getName(), true, Probes.class.getClassLoader());
  }

  private void begin(Class<?> type) {
    add(type.getName().replace('.', '/'));
  }

  private void add(String name) {
    if (known.add(name)) {
      open.add(name);
    }
  }

  /** Loads a class, and finds those that it names. */
  private void load(String name, List<String> followed) {
    byte[] classFile = BootDefinition.bytes(name.replace('/', '.'), OURS);
    ConstantPool constants = classFile == null ? null : ConstantPool.of(classFile);
    if (constants == null) {
      return;
    }
    load(name, true, OURS);
    for (String next : constants.classes()) {
      if (isOneOf(followed, next)) {
        add(next);
      } else if (next.startsWith("java/") && known.add(next)) {
        load(next, false, null);
      }
    }
  }

  private static boolean isOneOf(List<String> prefixes, String name) {
    for (String prefix : prefixes) {
      if (name.startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }

  private static void load(String name, boolean initialized, @Nullable ClassLoader loader) {
    try {
      Class.forName(name.replace('/', '.'), initialized, loader);
    } catch (ClassNotFoundException | LinkageError e) {
      return; // of a module, or of a library, that is not there: it is not needed
    }
  }
}
