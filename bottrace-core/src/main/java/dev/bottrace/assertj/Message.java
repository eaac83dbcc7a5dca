package dev.bottrace.assertj;

import dev.bottrace.trace.Call;
import dev.bottrace.trace.TracedMethod;
import java.util.List;
import java.util.Locale;

/**
 * What a failed assertion says: what was expected and what happened in its place, in one sentence;
 * then calls, as a block; then advice.
 */
final class Message {
  static final String INDENT = "  ";

  private static final int CALLEES = 8;

  private final StringBuilder text = new StringBuilder();
  private int lines;

  private Message() {}

  static Message expected(String what) {
    return of("Expected " + what);
  }

  /** Begins with a text that goes on. */
  static Message of(String text) {
    Message message = new Message();
    message.text.append(text);
    return message;
  }

  /** Ends the sentence. */
  Message but(String what) {
    text.append("\nbut ").append(what);
    return this;
  }

  /** Begins a block of lines. */
  Message block() {
    text.append('\n');
    return this;
  }

  /** Adds a line to a block. */
  Message line(String line) {
    text.append('\n').append(INDENT).append(line);
    lines++;
    return this;
  }

  /** Adds a paragraph. */
  Message paragraph(String words) {
    text.append("\n\n").append(words);
    return this;
  }

  /** Returns how many lines its blocks have. */
  int lines() {
    return lines;
  }

  /** Writes what a call called, the first ones of many. */
  Message callees(Call call, String indent) {
    List<Call> callees = call.callees();
    int shown = 0;
    int next = 0;
    while (next < callees.size() && shown < CALLEES) {
      TracedMethod method = callees.get(next).method();
      int first = next;
      while (next < callees.size() && callees.get(next).method().equals(method)) {
        next++;
      }
      line(indent + FrameText.of(method) + (next - first > 1 ? times(next - first) : ""));
      shown++;
    }
    if (next < callees.size()) {
      line(String.format(Locale.ROOT, "%s... and %,d more calls", indent, callees.size() - next));
    }
    return this;
  }

  /** Returns what is said about the call of a line, behind it, unless it is empty. */
  static String remark(String words) {
    return words.isEmpty() ? "" : "  <- " + words;
  }

  /** Returns how often something is, behind its line. */
  static String times(long count) {
    return String.format(Locale.ROOT, "  x%,d", count);
  }

  /** Returns {@code 1 call}, {@code 2 calls}. */
  static String count(long count, String one) {
    return String.format(Locale.ROOT, "%,d %s", count, count == 1 ? one : one + 's');
  }

  /** Returns {@code there was one:}, {@code there were 2:}. */
  static String there(long count) {
    return count == 1 ? "there was one:" : String.format(Locale.ROOT, "there were %,d:", count);
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
