package dev.bottrace.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Names calls by the calls that they were made in: patterns of methods, outermost first, with
 * {@code >} before what the one on its left calls directly, and {@code >>} before what it calls
 * directly or through any other traced calls.
 *
 * <pre>{@code
 * Orders.place > Repository.save
 * Orders.place >> Repository.save
 * ..web.. >> Orders.place > Core.<init> >> ..jdbc..
 * }</pre>
 *
 * <p>Each step is a {@link MethodPattern}. A path has from 1 to {@value #MOST_STEPS} of them;
 * spaces around the arrows may be left out. It stays within a thread, unless the tree is
 * {@linkplain CallTree#joined() joined}, and knows only calls that were traced: what is called
 * through others that were not is called directly. Paths are equal if their texts are. Immutable.
 */
public final class CallPath {
  /** Steps that a path has at most. */
  public static final int MOST_STEPS = 64;

  private final String text;
  private final List<MethodPattern> steps;
  private final long direct;

  private CallPath(String text, List<MethodPattern> steps, long direct) {
    this.text = text;
    this.steps = List.copyOf(steps);
    this.direct = direct;
  }

  /**
   * Reads a path.
   *
   * @param path as described above
   * @return the path
   * @throws NullPointerException if it is null
   * @throws IllegalArgumentException if it is none; the message says where, and what would be right
   */
  public static CallPath of(String path) {
    return new PathReader(path).read();
  }

  /** Makes a path of one step. */
  static CallPath of(MethodPattern step) {
    return new CallPath(step.toString(), List.of(step), 0);
  }

  /**
   * Returns its steps.
   *
   * @return outermost first, at least one
   */
  public List<MethodPattern> steps() {
    return steps;
  }

  /**
   * Tells whether a step has to be called directly by the one before it.
   *
   * @param step its number, from 0
   * @return true after {@code >}; false after {@code >>}, and for the first one
   * @throws IndexOutOfBoundsException if there is no such step
   */
  public boolean isDirect(int step) {
    Objects.checkIndex(step, steps.size());
    return (direct & 1L << step) != 0;
  }

  /** Returns a bit for each step that is called directly by the one before it. */
  long directSteps() {
    return direct;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CallPath path && path.text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  /** Returns the text that it was made from. */
  @Override
  public String toString() {
    return text;
  }

  /** Reads a path, and says what is wrong with what is none. */
  private static final class PathReader {
    private final String text;
    private final List<MethodPattern> steps = new ArrayList<>();
    private long direct;
    private int at;

    PathReader(String text) {
      this.text = Objects.requireNonNull(text, "path");
    }

    CallPath read() {
      if (text.isBlank()) {
        throw problem("it is blank");
      }
      readStep();
      while (at < text.length()) {
        readArrow();
        readStep();
      }
      return new CallPath(text, steps, direct);
    }

    private void readArrow() {
      int from = at;
      while (at < text.length() && text.charAt(at) == '>') {
        at++;
      }
      int length = at - from;
      if (length > 2) {
        throw problemAt(from, "there is > (directly) and >> (through anything), no longer arrow");
      }
      if (steps.size() == MOST_STEPS) {
        throw problemAt(from, "a path has " + MOST_STEPS + " steps at most");
      }
      if (length == 1) {
        direct |= 1L << steps.size();
      }
    }

    private void readStep() {
      int from = at;
      at = endOfStep();
      String step = text.substring(from, at).strip();
      if (step.endsWith("-") || step.endsWith("=")) {
        throw problemAt(at - 1, "the arrows are > (directly) and >> (through anything)");
      } else if (!step.isEmpty()) {
        steps.add(pattern(step));
      } else if (steps.isEmpty()) {
        throw problemAt(at, "it begins with an arrow; write what calls before it");
      } else if (at == text.length()) {
        throw problemAt(
            text.lastIndexOf('>'), "it ends with an arrow; write what is called after it");
      } else {
        throw problemAt(
            at, "there is nothing between two arrows; write one, or a pattern between them");
      }
    }

    private MethodPattern pattern(String step) {
      try {
        return MethodPattern.of(step);
      } catch (IllegalArgumentException e) {
        int number = steps.size() + 1;
        throw new IllegalArgumentException(notPath("step " + number + ": " + e.getMessage()), e);
      }
    }

    /** Finds the next arrow: names such as {@code <init>} have none in them. */
    private int endOfStep() {
      int end = at;
      for (boolean inName = false; end < text.length(); end++) {
        char c = text.charAt(end);
        if (c == '<') {
          inName = true;
        } else if (c == '>' && !inName) {
          return end;
        } else if (c == '>' || Character.isWhitespace(c)) {
          inName = false;
        }
      }
      return end;
    }

    private IllegalArgumentException problem(String why) {
      return new IllegalArgumentException(notPath(why));
    }

    private String notPath(String why) {
      return "'" + text + "' is not a path (such as Orders.place >> Repository.save): " + why;
    }

    private IllegalArgumentException problemAt(int index, String why) {
      return problem("at character " + (index + 1) + ": " + why);
    }
  }
}
