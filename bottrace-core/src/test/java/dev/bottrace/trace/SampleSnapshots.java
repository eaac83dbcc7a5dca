package dev.bottrace.trace;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Snapshots as a run could bring them. */
public final class SampleSnapshots {
  private SampleSnapshots() {}

  public static CapturedValue value(String text) {
    return new CapturedValue.Plain(text);
  }

  /** A frame; its locals are given as name, value, name, value. */
  public static FrameSnapshot frame(String function, String file, int line, String... locals) {
    List<CapturedVariable> variables = new ArrayList<>();
    for (int i = 0; i < locals.length; i += 2) {
      variables.add(new CapturedVariable(locals[i], value(locals[i + 1])));
    }
    return new FrameSnapshot(function, file, line, variables, null);
  }

  public static FrameSnapshot bare(String function, String file, int line) {
    return new FrameSnapshot(function, file, line, null, null);
  }

  public static BreakpointSnapshot breakpoint() {
    return breakpoint("main", List.of(new WatchResult("items.size()", value("42"), null)));
  }

  public static BreakpointSnapshot breakpoint(String thread, List<WatchResult> watches) {
    return new BreakpointSnapshot(
        "com/acme/Core.java:42",
        Instant.ofEpochMilli(1_706_640_000_123L),
        thread,
        List.of(
            frame("Core.process", "com/acme/Core.java", 42, "item", "Item{id=123}", "count", "5"),
            bare("App.main", "App.java", 25)),
        watches);
  }

  public static ExceptionSnapshot exception() {
    return exception(
        "java.lang.IllegalStateException",
        "no such user",
        frame(
            "Users.get",
            "com/acme/Users.java",
            42,
            "id",
            "\"abc123\"",
            "cache",
            "HashMap(2){\"a\"=1, \"b\"=2}"),
        bare("App.main", "App.java", 10));
  }

  public static ExceptionSnapshot exception(
      String type, @Nullable String message, FrameSnapshot... stack) {
    return new ExceptionSnapshot(type, message, "main", List.of(stack), null, List.of(), null);
  }

  /** An exception of a pool thread with a cause, which has one too, and two suppressed ones. */
  public static ExceptionSnapshot chain() {
    FrameSnapshot main = bare("App.main", "App.java", 10);
    ExceptionSnapshot root = exception("java.lang.Error", "", bare("A.c", "A.class", 0), main);
    ExceptionSnapshot cause =
        new ExceptionSnapshot(
            "java.io.IOException",
            null,
            "pool-1-thread-1",
            List.of(bare("Disk.read", "Disk.java", 7), main),
            root,
            List.of(),
            "3 causes left out");
    ExceptionSnapshot suppressed =
        new ExceptionSnapshot(
            "java.lang.IllegalStateException",
            "closed",
            "pool-1-thread-1",
            List.of(bare("Pool.close", "Pool.java", 9), main),
            exception("java.lang.Error", "deep", bare("Pool.shut", "Pool.java", 3)),
            List.of(),
            null);
    return new ExceptionSnapshot(
        "com.acme.Outer$Failure",
        "broken",
        "pool-1-thread-1",
        List.of(
            new FrameSnapshot(
                "Worker.run", "Worker.java", 15, List.of(), "Worker was compiled without -g"),
            frame("App.main", "App.java", 10, "args", "String[0]")),
        cause,
        List.of(suppressed, exception("java.lang.Error", null)),
        null);
  }
}
