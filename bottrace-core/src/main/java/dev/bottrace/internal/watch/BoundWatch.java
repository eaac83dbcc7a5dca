package dev.bottrace.internal.watch;

import dev.bottrace.internal.code.Evaluation;
import dev.bottrace.internal.code.Linker;
import dev.bottrace.internal.code.Refusal;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An expression bound to a place in the code. Safe for use by any number of threads. */
public final class BoundWatch {
  private final WatchBudget budget;
  private final Linker linker;
  private final Node root;

  private BoundWatch(WatchBudget budget, Linker linker, Node root) {
    this.budget = budget;
    this.linker = linker;
    this.root = root;
  }

  static BoundWatch of(String text, Expression expression, WatchSite site) throws WatchFailure {
    Linker linker = new Linker(site.classes());
    Node root = guarded(() -> new Binder(text, site, linker).bind(expression));
    return new BoundWatch(site.budget(), linker, root);
  }

  static BoundWatch ofCondition(String text, Expression expression, WatchSite site)
      throws WatchFailure {
    BoundWatch bound = of(text, expression, site);
    return new BoundWatch(bound.budget, bound.linker, guarded(() -> Conditions.of(bound.root)));
  }

  /**
   * Evaluates the expression.
   *
   * @param values of the variables, at their positions, boxed where they are primitive
   * @return the value, boxed if it is primitive; a virtual object if the expression created it
   * @throws WatchFailure if it has no value now, or would change something
   */
  public @Nullable Object evaluate(@Nullable Object[] values) throws WatchFailure {
    Environment environment = new Environment(values, linker, budget);
    return guarded(() -> Evaluation.result(root.value(environment)));
  }

  /**
   * Evaluates the expression as a condition.
   *
   * @param values of the variables, at their positions, boxed where they are primitive
   * @return whether it holds
   * @throws WatchFailure if it has no value now, or would change something
   */
  public boolean holds(@Nullable Object[] values) throws WatchFailure {
    Environment environment = new Environment(values, linker, budget);
    return guarded(() -> root.truth(environment));
  }

  private static <T extends @Nullable Object> T guarded(Supplier<T> part) throws WatchFailure {
    try {
      return part.get();
    } catch (Refusal refusal) {
      Refusal whole = refusal.by("the expression", null);
      throw new WatchFailure(whole.getMessage().replaceAll("\\p{Cntrl}", " "));
    } catch (StackOverflowError e) {
      throw new WatchFailure("there is too little stack left");
    } catch (RuntimeException | Error e) {
      throw new WatchFailure("internal: " + e);
    }
  }
}
