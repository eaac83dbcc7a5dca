package dev.bottrace.internal.launch;

import dev.bottrace.internal.line.Escapes;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where each thread is, and no more: for a JVM that has no module {@code java.management}, or no
 * memory for what that takes.
 */
final class PlainThreadDump {
  private PlainThreadDump() {}

  /**
   * Describes all threads, in the order in which they were made.
   *
   * @return lines, the last one ended too
   */
  static String ofAll() {
    Map<Long, Thread> threads = new TreeMap<>();
    Map<Thread, StackTraceElement[]> stacks = Thread.getAllStackTraces();
    for (Thread thread : stacks.keySet()) {
      threads.put(thread.getId(), thread);
    }
    StringBuilder text = new StringBuilder();
    for (Thread thread : threads.values()) {
      if (!thread.getName().startsWith("bottrace-")) {
        text.append("Thread ").append(Escapes.escaped(thread.getName()));
        text.append(" (").append(thread.getState()).append("):\n");
        for (StackTraceElement frame : stacks.getOrDefault(thread, new StackTraceElement[0])) {
          ThreadDump.write(frame, text);
        }
      }
    }
    return text.toString();
  }
}
