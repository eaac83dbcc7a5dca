package dev.bottrace.internal.attach;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the line numbers of exceptions. The JVM looks them up when a stack trace is first asked
 * for, and no longer finds those of classes that were changed after the exception was made.
 */
public final class StackLines {
  private StackLines() {}

  /**
   * Looks up the lines of an exception, its causes and what it suppressed. To be called before
   * classes are put back.
   *
   * @param thrown the exception
   */
  public static void keep(Throwable thrown) {
    try {
      keep(thrown, Collections.newSetFromMap(new IdentityHashMap<>()));
    } catch (RuntimeException e) {
      // a method of the exception's own class has failed: whoever prints it will see that
    }
  }

  @SuppressWarnings("ReturnValueIgnored") // it is kept by the exception
  private static void keep(Throwable thrown, Set<Throwable> known) {
    for (@Nullable Throwable at = thrown; at != null && known.add(at); at = at.getCause()) {
      at.getStackTrace();
      for (Throwable suppressed : at.getSuppressed()) {
        keep(suppressed, known);
      }
    }
  }
}
