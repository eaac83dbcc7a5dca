package dev.bottrace.internal.watch;

import dev.bottrace.internal.code.Evaluation;
import dev.bottrace.internal.code.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * A Java expression that can be evaluated without any effect on the program. Safe for use by any
 * number of threads.
 */
public final class WatchExpression {
  private final String text;
  private final Expression expression;
  private volatile @Nullable Plan plan;

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
   * Evaluates the expression.
   *
   * @param scope where
   * @return the value, boxed if it is primitive; a virtual object if the expression created it
   * @throws WatchFailure if it has no value there, or would change something
   */
  public @Nullable Object evaluate(WatchScope scope) throws WatchFailure {
    try {
      Plan current = planFor(scope);
      return Evaluation.result(current.root().value(current.environment(scope)));
    } catch (Refusal refusal) {
      throw failure(refusal);
    } catch (StackOverflowError e) {
      throw new WatchFailure("there is too little stack left");
    } catch (RuntimeException | Error e) {
      throw new WatchFailure("internal: " + e);
    }
  }

  /**
   * Evaluates the expression as a condition.
   *
   * @param scope where
   * @return whether it holds
   * @throws WatchFailure if it has no value there, would change something, or is not boolean
   */
  public boolean evaluateCondition(WatchScope scope) throws WatchFailure {
    try {
      Plan current = planFor(scope);
      Node root = current.root();
      Node condition = root.type() == boolean.class ? root : Conditions.of(root);
      return condition.truth(current.environment(scope));
    } catch (Refusal refusal) {
      throw failure(refusal);
    } catch (StackOverflowError e) {
      throw new WatchFailure("there is too little stack left");
    } catch (RuntimeException | Error e) {
      throw new WatchFailure("internal: " + e);
    }
  }

  private static WatchFailure failure(Refusal refusal) {
    Refusal whole = refusal.by("the expression", null);
    return new WatchFailure(whole.getMessage().replaceAll("\\p{Cntrl}", " "));
  }

  private Plan planFor(WatchScope scope) {
    Plan known = plan;
    if (known == null || !known.fits(scope)) {
      known = new Plan(text, expression, scope);
      plan = known;
    }
    return known;
  }
}
