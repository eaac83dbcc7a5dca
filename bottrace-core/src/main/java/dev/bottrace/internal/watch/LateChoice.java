package dev.bottrace.internal.watch;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A choice of a method by the types that the arguments turn out to have. Keeps the latest one, as
 * it is mostly the next one too. Safe for use by any number of threads.
 */
final class LateChoice {
  private final @Nullable Class<?> receiver;
  private final Function<List<Class<?>>, Overloads.Choice> chooser;
  private volatile @Nullable Known known;

  private record Known(List<Class<?>> arguments, Overloads.Choice choice) {}

  LateChoice(Function<List<Class<?>>, Overloads.Choice> chooser) {
    this(null, chooser);
  }

  LateChoice(@Nullable Class<?> receiver, Function<List<Class<?>>, Overloads.Choice> chooser) {
    this.receiver = receiver;
    this.chooser = chooser;
  }

  /** Returns the class that the methods are those of. */
  @Nullable Class<?> receiver() {
    return receiver;
  }

  Overloads.Choice of(List<Class<?>> arguments) {
    Known last = known;
    if (last == null || !last.arguments.equals(arguments)) {
      last = new Known(arguments, chooser.apply(arguments));
      known = last;
    }
    return last.choice;
  }
}
