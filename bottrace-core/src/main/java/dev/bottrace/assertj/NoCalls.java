package dev.bottrace.assertj;

import dev.bottrace.trace.Call;
import dev.bottrace.trace.CallPath;
import dev.bottrace.trace.MethodPattern;
import dev.bottrace.trace.RecordedPart;
import java.util.List;

/**
 * A rule about who must not call whom directly, over what really ran: calls by reflection, through
 * lambdas and through proxies count as any other. A call is between two traced methods: what was
 * called through others that were not traced is called directly, and what was called through traced
 * ones is not. {@link AbstractTraceAssert#noPath} forbids calls through whatever is between.
 */
public final class NoCalls {
  private final TraceAssert trace;

  NoCalls(TraceAssert trace) {
    this.trace = trace;
  }

  /**
   * Says who must not call.
   *
   * @param pattern names the methods, as in {@code ..web..}; something that it names must have run,
   *     as the rule would hold for the wrong reason otherwise
   * @return the rule so far
   */
  public From from(String pattern) {
    return new From(trace, Patterns.of(trace.run(), pattern));
  }

  /** A rule that lacks its end. */
  public static final class From {
    private final TraceAssert trace;
    private final MethodPattern caller;

    From(TraceAssert trace, MethodPattern caller) {
      this.trace = trace;
      this.caller = caller;
    }

    /**
     * Asserts that none of them called these directly. {@link AbstractTraceAssert#noPath} asserts
     * the same of calls through other traced methods.
     *
     * @param pattern names the methods, as in {@code ..jdbc..}
     * @return assertions on the trace
     * @throws IllegalStateException if the trace may lack such calls, since it was cut, or a class
     *     was not recorded; the message says why
     */
    public TraceAssert to(String pattern) {
      MethodPattern callee = Patterns.of(trace.run(), pattern);
      Message message = Message.expected("no calls from " + caller + " to " + callee);
      if (trace.run().callTree().first(caller).isEmpty()) {
        WhatRan.instead(message, trace.run(), caller);
        trace.check(message.toString());
      }
      List<Call> calls = trace.run().callTree().calls(CallPath.of(caller + " > " + callee));
      if (!calls.isEmpty()) {
        message.but(Message.there(calls.size())).block();
        CallStacks.write(message, calls);
        trace.check(message.toString());
      }
      Patterns.complete(trace.run(), caller, RecordedPart.CALLS);
      Patterns.complete(trace.run(), callee, RecordedPart.CALLS);
      return trace;
    }
  }
}
