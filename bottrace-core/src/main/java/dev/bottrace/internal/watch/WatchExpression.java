package dev.bottrace.internal.watch;

import java.util.List;

/**
 * A Java expression that can be evaluated without any effect on the program. Safe for use by any
 * number of threads.
 */
public final class WatchExpression {
  private final String text;
  private final Expression expression;

  private WatchExpression(String text, Expression expression) {
    this.text = text;
    this.expression = expression;
  }

  /**
   * Reads an expression: Java's, without assignment, {@code ++}, {@code --}, {@code new}, lambdas,
   * method references and {@code switch}.
   *
   * @param text the expression
   * @return the expression, ready to be evaluated
   * @throws WatchSyntaxException if it is not one
   */
  public static WatchExpression parse(String text) throws WatchSyntaxException {
    return new WatchExpression(text, Parser.parse(text));
  }

  /**
   * Returns what was parsed.
   *
   * @return the text
   */
  public String text() {
    return text;
  }

  /**
   * Finds out what the names in the expression mean at a place.
   *
   * @param site the place
   * @return the expression, ready to be evaluated there
   * @throws WatchFailure if it has no meaning there
   */
  public BoundWatch bind(WatchSite site) throws WatchFailure {
    return BoundWatch.of(text, expression, site);
  }

  /**
   * Finds out what the names in a condition mean at a place.
   *
   * @param site the place
   * @return the condition, ready to be evaluated there
   * @throws WatchFailure if it has no meaning there, or is not boolean
   */
  public BoundWatch bindCondition(WatchSite site) throws WatchFailure {
    return BoundWatch.ofCondition(text, expression, site);
  }

  /**
   * Tells which variables an evaluation may read.
   *
   * @param variables names of those at a place, {@code this} among them
   * @return the positions of these in the list
   */
  public List<Integer> needs(List<String> variables) {
    return new NeededNames(expression, variables).positions();
  }

  /**
   * Returns the expression as a condition that code can test, as far as that may be told before the
   * class of the code is loaded.
   *
   * @param place where it is to be tested
   * @return the condition; {@link Term.Unknown} if nothing of it can be told
   */
  public Term term(CodePlace place) {
    return CodeBinder.condition(text, expression, place);
  }
}
