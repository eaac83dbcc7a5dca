package dev.bottrace.internal.watch;

import dev.bottrace.internal.code.Evaluation;
import dev.bottrace.internal.code.Refusal;
import dev.bottrace.internal.code.Thrown;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Gives what goes wrong in a call the words of the expression. */
final class Calling {
  private Calling() {}

  static <T extends @Nullable Object> T guarded(
      String method, Evaluation evaluation, Supplier<T> call) {
    try {
      return call.get();
    } catch (Refusal refusal) {
      throw refusal.by("the expression", null);
    } catch (Thrown thrown) {
      throw Refusal.whole(method + "() threw " + evaluation.describe(thrown));
    }
  }
}
