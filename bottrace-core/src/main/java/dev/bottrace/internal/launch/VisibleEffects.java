package dev.bottrace.internal.launch;

import java.io.BufferedInputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;

/**
 * Tells whether this process has done anything that can be seen from outside: written to whatever
 * it was, streams, files, sockets or pipes; read from standard input; or started a thread, which
 * may do so any moment. Known on Linux alone.
 */
final class VisibleEffects {
  private static final String COUNTERS = "/proc/self/io";
  private static final String WRITTEN = "wchar: ";
  private static final long UNKNOWN = -1;

  private final long atFirst = written();

  /**
   * Tells whether there was none since this was made.
   *
   * @param ours how many bytes were written that do not count
   * @return false if that is not known
   */
  boolean none(long ours) {
    return atFirst != UNKNOWN
        && written() - atFirst == ours
        && inputIsUntouched()
        && runsAlone(Thread.currentThread());
  }

  private static long written() {
    try (InputStream in = new FileInputStream(COUNTERS)) {
      String counters = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
      int begin = counters.indexOf(WRITTEN) + WRITTEN.length();
      return Long.parseLong(counters.substring(begin, counters.indexOf('\n', begin)));
    } catch (IOException | RuntimeException e) {
      return UNKNOWN;
    }
  }

  private static boolean inputIsUntouched() {
    try {
      JdkInternals.openToUs("java.io");
      Field count = BufferedInputStream.class.getDeclaredField("count");
      count.setAccessible(true);
      return System.in instanceof BufferedInputStream in && count.getInt(in) == 0;
    } catch (ReflectiveOperationException | RuntimeException e) {
      return false;
    }
  }

  /** Threads of ours are in another group. */
  private static boolean runsAlone(Thread thread) {
    ThreadGroup group = thread.getThreadGroup();
    Thread[] found = new Thread[2];
    return group != null && group.enumerate(found) == 1 && found[0] == thread;
  }
}
