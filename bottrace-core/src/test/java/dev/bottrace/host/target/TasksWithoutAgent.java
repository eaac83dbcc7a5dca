package dev.bottrace.host.target;

import dev.bottrace.Tracer;
import dev.bottrace.trace.Trace;

/** A host without an agent, in which a program is to have its tasks linked. */
public final class TasksWithoutAgent {
  private static final String TARGET = "dev.bottrace.async.target.ThreadStartTarget";

  private TasksWithoutAgent() {}

  public static void main(String[] args) throws Exception {
    Trace trace = Tracer.run(TARGET).include(TARGET).calls().async().captureOutput().execute();
    boolean linked = trace.callTree().calls().stream().anyMatch(call -> call.origin().isPresent());
    System.out.println("exit code " + trace.exitCode() + ", linked " + linked);
    trace.notices().forEach(System.out::println);
  }
}
