package dev.bottrace.host.target;

import dev.bottrace.Tracer;
import dev.bottrace.trace.Trace;

/** A program that records a part of itself. */
public final class OneRecording {
  private OneRecording() {}

  /** A compiler names the parameters of its constructor. */
  record Line(String item, int amount) {}

  public static void main(String[] args) {
    Orders orders = new Orders();
    Line loaded = new Line("pen", 1);
    Trace trace =
        Tracer.record(() -> orders.place(loaded.item(), 1))
            .include("dev.bottrace.host.target")
            .calls()
            .execute();
    System.out.println(
        trace.callTree().calls().stream().map(call -> call.method().name()).toList());
    String name = Line.class.getDeclaredConstructors()[0].getParameters()[0].getName();
    System.out.println(name + " " + trace.notices());
  }
}
