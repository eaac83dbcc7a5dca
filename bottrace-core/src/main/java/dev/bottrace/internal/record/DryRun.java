package dev.bottrace.internal.record;

import dev.bottrace.internal.code.ProgramClasses;
import dev.bottrace.internal.symbol.BreakpointSite;
import dev.bottrace.internal.symbol.BreakpointTable;
import dev.bottrace.internal.symbol.SiteVariable;
import dev.bottrace.internal.symbol.SymbolTable;
import dev.bottrace.option.Bounds;
import dev.bottrace.option.Breakpoint;
import dev.bottrace.option.StateOptions;
import dev.bottrace.option.TraceOptions;
import dev.bottrace.runtime.Handovers;
import dev.bottrace.runtime.StateSink;
import dev.bottrace.runtime.ThreadSink;
import dev.bottrace.trace.TracedMethod;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Calls each probe once, of a recorder that is made for that. What the JVM links when code runs for
 * the first time, lambda expressions above all, takes a lot of stack, of which the program may
 * leave little.
 */
final class DryRun {
  private static final String CLASS = DryRun.class.getName();
  private static final String FILE = "DryRun.java";
  private static final List<SiteVariable> VARIABLES =
      List.of(
          new SiteVariable("n", "I", 0),
          new SiteVariable("text", "Ljava/lang/String;", 1),
          new SiteVariable("list", "Ljava/util/List;", 2),
          new SiteVariable("map", "Ljava/util/Map;", 3),
          new SiteVariable("array", "[I", 4),
          new SiteVariable("thrown", "Ljava/lang/Throwable;", 5),
          new SiteVariable("texts", "[Ljava/lang/String;", 6),
          new SiteVariable("sample", Sample.class.descriptorString(), 7));

  private final SymbolTable symbols = new SymbolTable();
  private final BreakpointTable breakpoints;
  private final TraceOptions options;
  private final Recorder recorder;

  private DryRun(TraceOptions wanted) {
    options = sample(wanted);
    breakpoints = new BreakpointTable(options.state().breakpoints());
    recorder =
        Recorder.writing(
            new RecordedProgram(symbols, breakpoints, options, new Place(), true),
            new Nobody(),
            new Unheard());
  }

  static void of(TraceOptions options) {
    EndSwitch.rehearse();
    new DryRun(options).run();
  }

  /** Records what is wanted, at a place and with expressions of our own. */
  private static TraceOptions sample(TraceOptions wanted) {
    StateOptions state = wanted.state();
    boolean atPlaces = !state.breakpoints().isEmpty();
    StateOptions sample =
        new StateOptions(
            atPlaces ? List.of(Breakpoint.of("DryRun.run if n > 0 && !text.isEmpty()")) : List.of(),
            atPlaces
                ? List.of(
                    "n * 2 + array[0]",
                    "text + list.size()",
                    "map.get(text)",
                    "sample.number",
                    "missing")
                : List.of(),
            Long.MAX_VALUE,
            state.uncaught(),
            state.locals(),
            state.arguments(),
            state.returns(),
            state.limits(),
            state.redaction());
    return new TraceOptions(
        wanted.calls(),
        wanted.callCounts(),
        wanted.top(),
        wanted.scope(),
        Bounds.NONE,
        sample,
        false,
        wanted.async());
  }

  private static TracedMethod method(String name) {
    return new TracedMethod(0, CLASS, name, "()V", FILE, 1);
  }

  private void run() {
    int outer = symbols.define(List.of(method("run"), method("<init>"), method("inner")));
    int constructor = outer + 1;
    int inner = outer + 2;
    Throwable thrown = new IllegalStateException("sample", new RuntimeException());
    recorder.mainThread(Thread.currentThread());
    ThreadSink thread = recorder.ofCurrentThread();
    Object[] values = {
      1,
      "text",
      List.of("text"),
      Map.of("text", 1),
      new int[] {1},
      thrown,
      new String[] {"text"},
      new Sample()
    };
    thread.enter(outer, values);
    thread.locals(1, outer, values.length);
    thread.enter(constructor);
    thread.superStart(2, constructor, CLASS);
    thread.enter(inner); // not that one: the stack is looked at
    thread.exit(thread.depth, inner, "text");
    int site = symbols.callSites().id(CLASS, method("called"), 0);
    recorder.crosses(site, getClass(), 1);
    recorder.crosses(site, null, 1);
    reach(values);
    Object task = new Object();
    tell(task, Handovers.HANDED_OVER);
    thread.caught(1, thrown);
    thread.enter(inner);
    thread.count(inner);
    thread.exitThrowing(thread.depth, thrown);
    thread.constructorThrew(1, outer, thrown);
    recorder.uncaught(thrown);
    tell(task, Handovers.BEGINS);
    thread.enter(inner); // which comes from there
    thread.exit(thread.depth);
    tell(task, Handovers.ENDS, Handovers.WITHDRAWN, Handovers.DONE);
    recorder.flush();
    recorder.finish();
    recorder.callCounts();
  }

  /** Says what becomes of a task. */
  private void tell(Object task, int... kinds) {
    TaskListener tasks = recorder.tasks();
    if (tasks != null) {
      BiConsumer<Object, @Nullable Object>[] listener = tasks.listener();
      for (int kind : kinds) {
        listener[kind].accept(task, symbols);
      }
    }
  }

  private void reach(@Nullable Object[] values) {
    if (options.state().breakpoints().isEmpty()) {
      return;
    }
    StateSink state = recorder.state();
    state.entered(breakpoints.defineCounter(List.of(0)));
    int id =
        breakpoints.define(
            new BreakpointSite(
                0, List.of(0), CLASS, "run", "()V", FILE, 1, true, VARIABLES, List.of(0, 1), null));
    state.passed(id);
    state.reached(id);
    state.fires(id, Place.class, values);
    state.capture(id, Place.class, values);
  }

  /** An object of the program, with a field of each kind: newer JDKs make code for each. */
  static final class Sample {
    boolean flag = true;
    byte small = 1;
    char letter = 'a';
    short medium = 1;
    int number = 1;
    long large = 1;
    float half = 0.5f;
    double quarter = 0.25;
    String text = "text";
    final int fixed = number + 1;
    final Object object = text;
  }

  /** Where its breakpoint is, and all that its expressions know of. */
  private static final class Place implements ProgramClasses {
    @Override
    public byte @Nullable [] classFile(Class<?> type) {
      String resource = type.getName().substring(type.getPackageName().length() + 1) + ".class";
      try (InputStream in = type.getResourceAsStream(resource)) {
        return in == null ? null : in.readAllBytes();
      } catch (IOException e) {
        return null;
      }
    }

    @Override
    public @Nullable Class<?> loaded(String binaryName, Class<?> seenFrom) {
      return null;
    }

    @Override
    public boolean isInitialized(Class<?> type) {
      return true;
    }
  }

  /** Nobody hears of what goes wrong: it would be said of the program's probes again. */
  private static final class Nobody implements RecorderOwner {
    @Override
    public void limitReached(long events) {}

    @Override
    public void notice(String line) {}

    @Override
    public void writeFailed(IOException failure) {}

    @Override
    public int programHalts(int status) {
      return status;
    }

    @Override
    public void programExits(int status) {}
  }
}
