package dev.bottrace.host.target;

import dev.bottrace.Tracer;
import dev.bottrace.trace.Trace;

/** A program that records a part of itself. */
public final class OneRecording {
  private OneRecording() {}

  public static void main(String[] args) {
    Orders orders = new Orders();
    Trace trace =
        Tracer.record(() -> orders.place("pen", 1))
            .include("dev.bottrace.host.target")
            .calls()
            .execute();
    System.out.println(
        trace.callTree().calls().stream().map(call -> call.method().name()).toList());
  }
}
