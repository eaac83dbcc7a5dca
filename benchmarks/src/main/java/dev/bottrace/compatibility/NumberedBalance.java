package dev.bottrace.compatibility;

import dev.bottrace.compact.CompactTrace;
import dev.bottrace.trace.Argument;
import dev.bottrace.trace.CallCount;
import dev.bottrace.trace.TraceEventSink;
import dev.bottrace.trace.TracedMethod;
import dev.bottrace.trace.TracedThread;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Checks a trace in compact form as {@link Balance} does one in text, in which threads of one name
 * look alike: here each has a number.
 */
final class NumberedBalance implements TraceEventSink {
  private static final int MOST_FAULTS = 5;

  private final Map<Integer, OpenCalls> threads = new HashMap<>();
  private final List<String> faults = new ArrayList<>();

  private final Set<String> names = new HashSet<>();
  private final Set<String> sharedNames = new HashSet<>();

  private NumberedBalance() {}

  /** Reads a trace. */
  static NumberedBalance of(Path trace) throws IOException {
    NumberedBalance balance = new NumberedBalance();
    CompactTrace.read(trace).writeTo(balance);
    balance.end();
    return balance;
  }

  private void end() {
    long open = threads.values().stream().mapToLong(OpenCalls::depth).sum();
    if (open > 0) {
      fault(open + " calls without a RETURN");
    }
  }

  @Override
  public void call(TracedMethod method, TracedThread thread, int depth, List<Argument> arguments) {
    open(thread).add(method.id());
  }

  @Override
  public void returned(
      TracedMethod method,
      TracedThread thread,
      int depth,
      @Nullable String thrown,
      @Nullable String value) {
    if (!open(thread).remove(method.id())) {
      fault("not the innermost call: RETURN " + method + " [" + thread + "]");
    }
  }

  private OpenCalls open(TracedThread thread) {
    return threads.computeIfAbsent(
        thread.index(),
        key -> {
          if (!names.add(thread.name())) {
            sharedNames.add(thread.name());
          }
          return new OpenCalls();
        });
  }

  private void fault(String fault) {
    if (faults.size() < MOST_FAULTS) {
      faults.add(fault);
    }
  }

  /** Returns what is wrong, the first few things if it is much. */
  List<String> faults() {
    return faults;
  }

  /** Tells whether a fault of a trace in text is of threads of which several have that name. */
  boolean isOfSharedName(String fault) {
    return sharedNames.stream().anyMatch(name -> fault.contains("[" + name + "]"));
  }

  @Override
  public void counts(Iterable<CallCount> counts) {}

  @Override
  public void flush() {}
}
