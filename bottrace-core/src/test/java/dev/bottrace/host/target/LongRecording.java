package dev.bottrace.host.target;

import dev.bottrace.Recording;
import dev.bottrace.Tracer;
import dev.bottrace.trace.CallCount;
import dev.bottrace.trace.Trace;

/** A program that records very many calls of its own, and threads that come and go. */
public final class LongRecording {
  private LongRecording() {}

  public static void main(String[] args) throws InterruptedException {
    int leaves = Integer.parseInt(args[0]);
    int each = leaves / 1000;
    Nest nest = new Nest();
    try (Recording recording =
        Tracer.include("dev.bottrace.host.target.Nest")
            .calls()
            .callCounts()
            .keepLast(2002)
            .start()) {
      for (int i = 0; i < 1000; i++) {
        Thread thread = new Thread(() -> nest.leaves(each));
        thread.start();
        thread.join();
      }
      Trace trace = recording.stop();
      long kept =
          trace.callTree().calls().stream()
              .filter(call -> call.method().name().equals("leaf"))
              .count();
      long counted =
          trace.callCounts().stream()
              .filter(count -> count.method().name().equals("leaf"))
              .mapToLong(CallCount::count)
              .sum();
      System.out.println(kept + " kept, " + counted + " leaves");
    }
  }
}
