package dev.bottrace.internal.launch;

import dev.bottrace.internal.line.Escapes;
import dev.bottrace.internal.record.VirtualThreads;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Where each virtual thread is. Each is asked for its own stack: the dump that the JDK makes of
 * them ({@code HotSpotDiagnosticMXBean.dumpThreads}) crashes the JVM of JDK 25.0.3, where a thread
 * is just yielding.
 */
final class VirtualThreadDump {
  private static final int MOST_THREADS = 1000;

  private VirtualThreadDump() {}

  /**
   * Describes those that the JDK keeps track of, by default all; none if it can't be asked for
   * them.
   */
  static String ofAll() {
    if (Runtime.version().feature() < 21) {
      return "";
    }
    List<Thread> tracked = new ArrayList<>();
    try {
      JdkInternals.exportToUs("jdk.internal.vm");
      Class<?> containers = Class.forName("jdk.internal.vm.ThreadContainers");
      Class<?> container = Class.forName("jdk.internal.vm.ThreadContainer");
      addAll(containers.getMethod("root").invoke(null), container, tracked);
    } catch (ReflectiveOperationException | RuntimeException e) {
      return "";
    }
    return of(tracked.stream());
  }

  /** Threads of executors are in containers of their own, below that of all others. */
  private static void addAll(Object container, Class<?> type, List<Thread> threads)
      throws ReflectiveOperationException {
    Stream<?> own = (Stream<?>) type.getMethod("threads").invoke(container);
    own.forEach(thread -> threads.add((Thread) thread));
    Stream<?> below = (Stream<?>) type.getMethod("children").invoke(container);
    for (Object child : below.toList()) {
      addAll(child, type, threads);
    }
  }

  /**
   * Describes those that are virtual.
   *
   * @param threads any threads
   * @return lines, the last one ended too; in the order in which the threads were made
   */
  static String of(Stream<Thread> threads) {
    List<Thread> virtual =
        threads
            .filter(VirtualThreads::isVirtual)
            .sorted(Comparator.comparingLong(Thread::getId))
            .toList();
    StringBuilder text = new StringBuilder();
    virtual.stream().limit(MOST_THREADS).forEach(thread -> write(thread, text));
    if (virtual.size() > MOST_THREADS) {
      int more = virtual.size() - MOST_THREADS;
      text.append(String.format(Locale.ROOT, "... and %,d more virtual threads\n", more));
    }
    return text.toString();
  }

  private static void write(Thread thread, StringBuilder text) {
    String name = thread.getName().isEmpty() ? "#" + thread.getId() : thread.getName();
    text.append("Thread ").append(Escapes.escaped(name)).append(" (virtual):\n");
    for (StackTraceElement frame : thread.getStackTrace()) {
      ThreadDump.write(frame, text);
    }
  }
}
