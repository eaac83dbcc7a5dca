package dev.bottrace.trace.target;

import java.util.ArrayList;
import java.util.List;

/**
 * What a debugger and a trace must see alike of loops, branches, exceptions and threads, at each
 * {@code BREAK: name}. A debugger stops at each entry of a line table: where {@code hits=n}
 * follows, that is more or less often than execution comes to the line.
 */
@SuppressWarnings({"fallthrough", "try"})
public final class JudgedFlowTarget {
  private static final int[] NUMBERS = {3, 1, 2};
  private static final List<String> LOG;

  static {
    List<String> log = new ArrayList<>();
    int size = log.size();
    LOG = log; // BREAK: static-initialiser
  }

  private static void log(Object value) {
    LOG.add(String.valueOf(value)); // BREAK: leaf
  }

  private static void forLoops(int n) {
    int sum = 0;
    for (int i = 0; i < n; i++) { // BREAK: for
      long square = (long) i * i;
      sum += (int) square; // BREAK: in-for
    }
    for (int number : NUMBERS) { // BREAK: for-array
      sum += number; // BREAK: in-for-array
    }
    for (String word : List.of("a", "bc")) { // BREAK: for-each hits=3
      sum += word.length(); // BREAK: in-for-each
    }
    outer:
    for (int i = 0, j = 10; i < j; i++, j--) {
      for (int k = 0; k < 3; k++) {
        if (k == 1 && i == 2) {
          break outer; // BREAK: break
        }
        if (k == 2) {
          continue outer; // BREAK: continue
        }
      }
    }
    log(sum); // BREAK: after-for
  }

  private static void whileLoops(int n) {
    String text = "";
    while (text.length() < n) { // BREAK: while
      char next = (char) ('a' + text.length());
      text += next; // BREAK: in-while
    }
    do {
      boolean odd = n % 2 == 1;
      n--; // BREAK: in-do
    } while (n > 2); // BREAK: do-while
    log(text);
  }

  private static final class Resource implements AutoCloseable {
    private final int id;

    Resource(int id) {
      this.id = id;
    }

    @Override
    public void close() {
      log("close" + id); // BREAK: close
      if (id == 2) {
        throw new IllegalStateException("close");
      }
    }
  }

  private static int tries(int n) {
    int state = 1;
    try {
      int inside = n * 2;
      state = inside; // BREAK: try
      if (n > 5) {
        throw new IllegalArgumentException("n" + n); // BREAK: throw
      }
      return state; // BREAK: return-in-try hits=1
    } catch (IllegalArgumentException | IllegalStateException e) { // BREAK: catch
      String message = e.getMessage();
      state = message.length(); // BREAK: in-catch
    } finally {
      String last = "f" + state;
      log(last); // BREAK: finally
    }
    return -state; // BREAK: after-try
  }

  private static void resources() {
    try (Resource first = new Resource(1);
        Resource second = new Resource(2)) { // BREAK: try-with-resources
      int both = first.id + second.id;
      log(both); // BREAK: in-try-with-resources
    } catch (IllegalStateException e) {
      log(e.getMessage()); // BREAK: catch-of-close
    }
  }

  private static int rethrow(int depth) {
    long here = depth * 100L;
    try {
      if (depth == 0) {
        throw new UnsupportedOperationException("deep"); // BREAK: throw-deep
      }
      return rethrow(depth - 1);
    } finally {
      log(here); // BREAK: finally-in-flight
    }
  }

  private static void unwound() {
    String before = "before";
    int set = 1;
    try {
      set = 2;
      rethrow(2);
      set = 3;
    } catch (UnsupportedOperationException e) {
      log(before + set); // BREAK: after-unwinding
    }
  }

  private static String switches(int n, String text) {
    String result = "";
    switch (n) { // BREAK: switch
      case 1:
        int one = 11;
        result += one; // BREAK: case
      case 2:
        one = 12;
        int two = 22;
        result += one + two; // BREAK: fall-through
        break;
      default:
        String many = "many";
        result += many; // BREAK: default
    }
    switch (text) { // BREAK: string-switch
      case "one" -> {
        int length = text.length();
        result += length; // BREAK: string-case
      }
      case "two", "too" -> result += "2"; // BREAK: string-case-short
      default -> result += "?";
    }
    int value =
        switch (n) {
          case 1 -> 100; // BREAK: arrow
          case 2 -> {
            int hundred = 200;
            yield hundred; // BREAK: yield
          }
          default -> 0;
        };
    return result + value; // BREAK: after-switches
  }

  private static void handlers() {
    for (int i = 0; i < 3; i++) {
      String state = "start" + i;
      try {
        state = "tried";
        int inside = Integer.parseInt(i == 1 ? "1" : "x");
        log(state + inside);
        try {
          state = "inner";
          throw new IllegalStateException(state);
        } catch (IllegalStateException inner) {
          state = "caught";
          log(state);
          throw new IllegalArgumentException("again", inner);
        } finally {
          int nested = i;
          log(state + nested);
        }
      } catch (NumberFormatException e) {
        log(state);
        continue;
      } catch (IllegalArgumentException e) {
        Throwable cause = e.getCause();
        log(state);
      } finally {
        String done = state + "!";
        log(done);
      }
      log(i);
    }
  }

  private static long recursion(int n) {
    if (n == 0) {
      return 1; // BREAK: deepest
    }
    long below = recursion(n - 1);
    long result = n * below;
    return result; // BREAK: unwinding
  }

  private static void thread() throws InterruptedException {
    String message = "to-thread";
    Thread thread =
        new Thread(
            () -> {
              String inThread = message + "!";
              log(inThread); // BREAK: thread
              recursion(1);
            },
            "second");
    thread.start();
    thread.join();
  }

  public static void main(String[] args) throws InterruptedException {
    int start = 2;
    forLoops(start);
    whileLoops(5);
    log(tries(3));
    log(tries(7));
    resources();
    unwound();
    log(switches(1, "one") + switches(2, "two") + switches(3, "three"));
    log(recursion(3));
    handlers();
    thread();
    String end = LOG.get(0); // BREAK: end
    System.out.println(LOG);
  }
}
