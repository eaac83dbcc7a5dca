package dev.bottrace.assertj;

import dev.bottrace.trace.Call;
import dev.bottrace.trace.TracedMethod;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Calls with the calls around them, as one tree: what they have in common is written once. Of a
 * deep stack the outermost and the innermost levels are kept.
 */
final class CallStacks {
  private static final int LINES = 16;
  private static final int OUTERMOST = 2;
  private static final int INNERMOST = 6;

  /** How many levels of stacks are read at most, as a message is not worth more time. */
  private static final long LEVELS = 500_000;

  private final Map<String, CallStacks> inside = new LinkedHashMap<>();
  private long calls;

  private CallStacks() {}

  /** Writes calls with their numbers, the first ones of many. */
  static void write(Message message, List<Call> calls) {
    CallStacks tree = new CallStacks();
    Map<TracedMethod, String> frames = new HashMap<>();
    long levels = 0;
    int read = 0;
    for (; read < calls.size() && levels < LEVELS; read++) {
      Call call = calls.get(read);
      tree.add(stack(call, frame(call, frames), frames));
      levels += call.depth();
    }
    long left = read - tree.write(message, "", LINES, calls.size() > 1);
    if (left > 0) {
      message.line(String.format(Locale.ROOT, "... and %,d more calls", left));
    }
    if (read < calls.size()) {
      message.line(String.format(Locale.ROOT, "(of the first %,d calls)", read));
    }
  }

  /**
   * Writes one call, and a remark behind it.
   *
   * @return the indentation of what it calls
   */
  static String write(Message message, Call call, String remark) {
    CallStacks tree = new CallStacks();
    List<String> stack = stack(call, FrameText.of(call) + Message.remark(remark), new HashMap<>());
    tree.add(stack);
    tree.write(message, "", LINES, false);
    return Message.INDENT.repeat(stack.size());
  }

  private static String frame(Call call, Map<TracedMethod, String> frames) {
    return frames.computeIfAbsent(call.method(), FrameText::of) + FrameText.thread(call);
  }

  private static List<String> stack(Call call, String itself, Map<TracedMethod, String> frames) {
    Deque<String> stack = new ArrayDeque<>();
    stack.push(itself);
    int depth = call.depth();
    Optional<Call> caller = call.caller();
    for (int level = depth - 1; caller.isPresent(); level--, caller = caller.get().caller()) {
      if (level <= OUTERMOST || level > depth - INNERMOST) {
        stack.push(frame(caller.get(), frames));
      } else if (level == OUTERMOST + 1) {
        stack.push(String.format(Locale.ROOT, "... %,d levels", depth - INNERMOST - OUTERMOST));
      }
    }
    return List.copyOf(stack);
  }

  private void add(List<String> stack) {
    CallStacks at = this;
    for (String frame : stack) {
      at = at.inside.computeIfAbsent(frame, f -> new CallStacks());
    }
    at.calls++;
  }

  /** Writes what is inside, as long as there is room; returns how many calls it wrote. */
  private long write(Message message, String indent, int room, boolean counted) {
    int end = message.lines() + room;
    long written = 0;
    for (Map.Entry<String, CallStacks> frame : inside.entrySet()) {
      CallStacks tree = frame.getValue();
      if (message.lines() < end) {
        boolean times = counted && tree.calls > 0;
        message.line(indent + frame.getKey() + (times ? Message.times(tree.calls) : ""));
        written += tree.calls;
        written += tree.write(message, indent + Message.INDENT, end - message.lines(), counted);
      }
    }
    return written;
  }
}
