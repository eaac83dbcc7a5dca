package dev.bottrace.assertj;

import dev.bottrace.trace.Call;
import dev.bottrace.trace.CallPath;
import dev.bottrace.trace.CallTree;
import dev.bottrace.trace.MethodPattern;
import dev.bottrace.trace.RecordedRun;
import java.util.Locale;

/** Says how far a path leads that leads nowhere, and where its next step was called instead. */
final class PathFailure {
  private final RecordedRun run;
  private final CallTree tree;
  private final CallPath path;
  private final Message message;

  private PathFailure(RecordedRun run, CallPath path) {
    this.run = run;
    this.tree = run.callTree();
    this.path = path;
    this.message = Message.expected("a path " + path);
  }

  /** Says why there is no such path. */
  static String of(RecordedRun run, CallPath path) {
    PathFailure failure = new PathFailure(run, path);
    int steps = 0;
    while (failure.tree.first(failure.start(steps + 1, false)).isPresent()) {
      steps++;
    }
    failure.after(steps);
    return failure.message.toString();
  }

  /** Returns the path of the first steps, where the last one may be called through others. */
  private CallPath start(int steps, boolean through) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < steps; i++) {
      boolean direct = path.isDirect(i) && !(through && i == steps - 1);
      text.append(i == 0 ? "" : direct ? " > " : " >> ").append(path.steps().get(i));
    }
    return CallPath.of(text.toString());
  }

  private void after(int steps) {
    MethodPattern next = path.steps().get(steps);
    if (tree.first(next).isEmpty()) {
      WhatRan.instead(message, run, next);
      if (steps > 0) {
        message.paragraph("The path leads this far:").block();
        dead(start(steps, false), next);
      }
    } else if (path.isDirect(steps) && tree.first(start(steps + 1, true)).isPresent()) {
      through(steps, next);
    } else {
      elsewhere(start(steps, false), next);
    }
  }

  /** Shows a call that the path leads to, and what it calls. */
  private void dead(CallPath start, MethodPattern next) {
    Call call = tree.first(start).orElseThrow();
    String indent = CallStacks.write(message, call, "calls no " + next);
    message.callees(call, indent);
  }

  private void through(int steps, MethodPattern next) {
    Call call = tree.first(start(steps + 1, true)).orElseThrow();
    MethodPattern last = path.steps().get(steps - 1);
    message.but(last + " calls " + next + " only through others, which >> in place of > allows:");
    message.block();
    long all = tree.count(start(steps + 1, true));
    CallStacks.write(
        message, call, all == 1 ? "" : String.format(Locale.ROOT, "the first of %,d", all));
  }

  private void elsewhere(CallPath start, MethodPattern next) {
    long reached = tree.count(start);
    String calls = start.steps().size() == 1 ? " of " : " at the end of ";
    message.but(
        reached == 1
            ? "the only call" + calls + start + " does not lead to " + next + ':'
            : String.format(Locale.ROOT, "none of the %,d calls", reached)
                + calls
                + start
                + " leads to "
                + next
                + ". The first:");
    message.block();
    dead(start, next);
    message.paragraph(next + " was called elsewhere:").block();
    CallStacks.write(message, tree.calls(next));
    WhatRan.circumstances(message, run);
  }
}
