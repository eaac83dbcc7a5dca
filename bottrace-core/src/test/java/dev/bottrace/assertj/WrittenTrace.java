package dev.bottrace.assertj;

import dev.bottrace.trace.Argument;
import dev.bottrace.trace.CallCount;
import dev.bottrace.trace.CallTree;
import dev.bottrace.trace.Receipt;
import dev.bottrace.trace.RecordedRun;
import dev.bottrace.trace.TraceEventSink;
import dev.bottrace.trace.TracedMethod;
import dev.bottrace.trace.TracedThread;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A trace that is written down as a tree of calls, for what no program does reliably:
 *
 * <pre>
 * [main]
 * com.acme.App.main
 *   com.acme.Orders.place (id=5) = true
 *   com.acme.Mail.send !java.io.IOException
 *   com.acme.Disk.sync ...
 * [worker-1]
 * </pre>
 *
 * <p>What stands below the name of a thread happens in it; dots mean that recording stopped before
 * the call ended. A thread that is named again goes on.
 */
final class WrittenTrace implements RecordedRun {
  private static final Pattern LINE =
      Pattern.compile(
          "( *)(?<method>\\S+)( \\((?<name>\\w+)=(?<argument>.*?)\\))?( = (?<value>.*?))?"
              + "( !(?<thrown>\\S+))?(?<open> \\.\\.\\.)?");

  private final Map<String, TracedMethod> methods = new LinkedHashMap<>();
  private final Map<String, TracedThread> threads = new LinkedHashMap<>();
  private final List<String> lines;
  private final List<Receipt> receipts;
  private final List<String> notices;
  private final CallTree tree;

  private WrittenTrace(String tree, List<Receipt> receipts, List<String> notices) {
    this.lines = tree.lines().toList();
    this.receipts = receipts;
    this.notices = notices;
    lines.forEach(this::define);
    this.tree = CallTree.of(this);
  }

  static RecordedRun of(String tree) {
    return of(tree, List.of(), List.of());
  }

  static RecordedRun of(String tree, List<Receipt> receipts, List<String> notices) {
    return new WrittenTrace(tree, receipts, notices);
  }

  private void define(String line) {
    if (line.startsWith("[")) {
      threads.computeIfAbsent(
          nameOfThread(line), name -> new TracedThread(threads.size(), name, name.equals("main")));
    } else {
      methods.computeIfAbsent(match(line).group("method"), this::method);
    }
  }

  private static String nameOfThread(String line) {
    return line.substring(1, line.length() - 1);
  }

  private TracedMethod method(String name) {
    int dot = name.lastIndexOf('.');
    String type = name.substring(0, dot);
    String file = type.replace('.', '/').replaceFirst("\\$.*", "") + ".java";
    int line = 10 * (methods.size() + 1);
    return new TracedMethod(methods.size(), type, name.substring(dot + 1), "()V", file, line);
  }

  private static Matcher match(String line) {
    Matcher matcher = LINE.matcher(line);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(line);
    }
    return matcher;
  }

  @Override
  public void replay(TraceEventSink sink) throws IOException {
    TracedThread thread = new TracedThread(0, "main", true);
    Deque<Matcher> open = new ArrayDeque<>();
    for (String line : lines) {
      if (line.startsWith("[")) {
        close(open, thread, 0, sink);
        thread = threads.get(nameOfThread(line));
      } else {
        Matcher call = match(line);
        close(open, thread, call.group(1).length() / 2, sink);
        open.push(call);
        sink.call(method(call), thread, open.size(), arguments(call));
      }
    }
    close(open, thread, 0, sink);
  }

  private void close(Deque<Matcher> open, TracedThread thread, int depth, TraceEventSink sink)
      throws IOException {
    while (open.size() > depth) {
      Matcher call = open.peek();
      if (call.group("open") == null) {
        String thrown = call.group("thrown");
        sink.returned(method(call), thread, open.size(), thrown, call.group("value"));
      }
      open.pop();
    }
  }

  private TracedMethod method(Matcher call) {
    return methods.get(call.group("method"));
  }

  private static List<Argument> arguments(Matcher call) {
    return call.group("name") == null
        ? List.of()
        : List.of(new Argument(call.group("name"), call.group("argument")));
  }

  @Override
  public CallTree callTree() {
    return tree;
  }

  @Override
  public List<CallCount> callCounts() {
    return tree.callCounts();
  }

  @Override
  public List<TracedThread> threads() {
    return List.copyOf(threads.values());
  }

  @Override
  public List<Receipt> receipts() {
    return receipts;
  }

  @Override
  public List<String> notices() {
    return notices;
  }

  @Override
  public void writeTo(TraceEventSink sink) throws IOException {
    replay(sink);
    sink.receipts(receipts);
    sink.finish();
  }
}
