package dev.bottrace.internal.launch;

import dev.bottrace.internal.line.Escapes;
import java.lang.management.LockInfo;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Where each thread is, what it waits for and who has that: the program's threads first, then those
 * of the JVM, and deadlocks at the end. Threads and frames of ours are left out.
 */
final class ThreadDump {
  private static final String OURS = "dev.bottrace.";

  private final StringBuilder text = new StringBuilder();
  private final Predicate<String> isOfProgram;
  private final LongPredicate isThreadOfProgram;
  private final Supplier<String> virtual;

  private ThreadDump(
      Predicate<String> isOfProgram, LongPredicate isThreadOfProgram, Supplier<String> virtual) {
    this.isOfProgram = isOfProgram;
    this.isThreadOfProgram = isThreadOfProgram;
    this.virtual = virtual;
  }

  /**
   * Describes all threads.
   *
   * @param isOfProgram tells classes of the program by their names
   * @return lines, the last one ended too
   */
  static String of(Predicate<String> isOfProgram) {
    return new ThreadDump(isOfProgram, id -> true, VirtualThreadDump::ofAll).write();
  }

  /**
   * Describes the threads of a program in a JVM that has others too.
   *
   * @param threads those of the program
   * @param isOfProgram tells classes of the program by their names
   * @return lines, the last one ended too
   */
  static String of(List<Thread> threads, Predicate<String> isOfProgram) {
    Set<Long> ids = new HashSet<>();
    threads.forEach(thread -> ids.add(thread.getId()));
    return new ThreadDump(isOfProgram, ids::contains, () -> VirtualThreadDump.of(threads.stream()))
        .write();
  }

  private String write() {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    ThreadInfo[] infos = threads.dumpAllThreads(true, true);
    List<ThreadInfo> shown = new ArrayList<>();
    for (ThreadInfo info : infos) {
      if (info != null
          && isThreadOfProgram.test(info.getThreadId())
          && !info.getThreadName().startsWith("bottrace-")) {
        shown.add(info);
      }
    }
    ToIntFunction<ThreadInfo> rank = info -> isProgram(info) ? 0 : 1;
    shown.sort(Comparator.comparingInt(rank).thenComparingLong(ThreadInfo::getThreadId));
    shown.forEach(this::thread);
    text.append(virtual.get());
    deadlocks(threads);
    return text.toString();
  }

  private boolean isProgram(ThreadInfo info) {
    for (StackTraceElement frame : info.getStackTrace()) {
      if (isOfProgram.test(frame.getClassName())) {
        return true;
      }
    }
    return false;
  }

  private void thread(ThreadInfo info) {
    text.append("Thread ")
        .append(Escapes.escaped(info.getThreadName()))
        .append(" (")
        .append(info.getThreadState());
    LockInfo lock = info.getLockInfo();
    if (lock != null) {
      text.append(info.getThreadState() == Thread.State.BLOCKED ? ", to lock " : ", waits for ");
      text.append(lock.getClassName());
      if (info.getLockOwnerName() != null) {
        text.append(" held by ").append(Escapes.escaped(info.getLockOwnerName()));
      }
    }
    text.append("):\n");
    StackTraceElement[] stack = info.getStackTrace();
    for (int i = 0; i < stack.length; i++) {
      write(stack[i], text);
      held(info, i);
    }
  }

  private void held(ThreadInfo info, int depth) {
    for (var monitor : info.getLockedMonitors()) {
      if (monitor.getLockedStackDepth() == depth && !monitor.getClassName().startsWith(OURS)) {
        text.append("    holds ").append(monitor.getClassName()).append('\n');
      }
    }
  }

  /** Leaves out what stack traces of the JVM leave out too: hidden classes have a slash. */
  private static boolean isShown(String className) {
    return !className.startsWith(OURS)
        && !className.startsWith("java.lang.invoke.LambdaForm$")
        && className.indexOf('/') < 0;
  }

  /** Writes a frame on a line, unless it is to be left out. */
  static void write(StackTraceElement frame, StringBuilder text) {
    if (isShown(frame.getClassName())) {
      text.append("  ").append(Escapes.escaped(describe(frame))).append('\n');
    }
  }

  /** Writes a frame as {@code Class.method() path/File.java:line}. */
  static String describe(StackTraceElement frame) {
    String className = frame.getClassName();
    int dot = className.lastIndexOf('.');
    String path = className.substring(0, dot + 1).replace('.', '/');
    String file = frame.getFileName();
    String place = file == null ? path + className.substring(dot + 1) + ".class" : path + file;
    String line =
        frame.getLineNumber() > 0
            ? ":" + frame.getLineNumber()
            : frame.isNativeMethod() ? ":native" : ":0";
    return className.substring(dot + 1) + '.' + frame.getMethodName() + "() " + place + line;
  }

  private void deadlocks(ThreadMXBean threads) {
    long[] ids = threads.findDeadlockedThreads();
    if (ids == null) {
      return;
    }
    Map<Long, ThreadInfo> byId = new LinkedHashMap<>();
    for (ThreadInfo info : threads.getThreadInfo(ids)) {
      if (info != null && isThreadOfProgram.test(info.getThreadId())) {
        byId.put(info.getThreadId(), info);
      }
    }
    while (!byId.isEmpty()) {
      cycle(byId);
    }
  }

  /** Writes the cycle that the first thread leads to, and takes its threads out. */
  private void cycle(Map<Long, ThreadInfo> byId) {
    text.append("Deadlock:\n");
    @Nullable ThreadInfo next = byId.remove(byId.keySet().iterator().next());
    while (next != null) {
      LockInfo lock = next.getLockInfo();
      text.append("  ").append(Escapes.escaped(next.getThreadName())).append(" waits for ");
      text.append(lock == null ? "a lock" : lock.getClassName());
      text.append(" held by ")
          .append(Escapes.escaped(String.valueOf(next.getLockOwnerName())))
          .append('\n');
      next = byId.remove(next.getLockOwnerId());
    }
  }
}
