package dev.bottrace.internal.watch;

/** Says what is wrong with the text of an expression, and where. */
public final class WatchSyntaxException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String expression;
  private final int column;

  WatchSyntaxException(String problem, String expression, int offset) {
    super(problem + " at column " + (offset + 1));
    this.expression = expression;
    this.column = offset + 1;
  }

  /**
   * Returns the place of the mistake.
   *
   * @return the column, from 1
   */
  public int column() {
    return column;
  }

  /**
   * Shows the place of the mistake.
   *
   * @return three lines: what is wrong, the expression, and a caret under the place
   */
  public String withCaret() {
    return getMessage() + "\n" + onOneLine() + "\n" + " ".repeat(column - 1) + "^";
  }

  private String onOneLine() {
    return expression.replaceAll("\\p{Cntrl}", " ");
  }
}
