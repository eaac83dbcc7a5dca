package dev.bottrace.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Something that a JVM has once, that its own code looks at, and that programs may change: it has
 * what was set last, each program sees what it set itself, and when the last program that changed
 * it has ended, it is what it was before. What the host sets meanwhile stays. Safe for use by any
 * number of threads.
 *
 * @param <T> its values
 */
public final class HostSetting<T extends @Nullable Object> {
  private final Supplier<T> getter;
  private final Consumer<T> setter;
  private final List<Layer<T>> layers = new ArrayList<>();
  private @Nullable Layer<T> before;

  private record Layer<T extends @Nullable Object>(HostedProgram program, T value) {}

  HostSetting(Supplier<T> getter, Consumer<T> setter) {
    this.getter = getter;
    this.setter = setter;
  }

  /**
   * Returns what a program sees.
   *
   * @param program which
   * @return what it set; what the host has if it set nothing
   */
  public synchronized T get(HostedProgram program) {
    for (Layer<T> layer : layers) {
      if (layer.program == program) {
        return layer.value;
      }
    }
    T current = getter.get();
    return before != null && isLast(current) ? before.value : current;
  }

  /**
   * Changes it for a program.
   *
   * @param program which
   * @param value the new value
   */
  @SuppressWarnings("NullAway") // null only where the setter takes it
  public synchronized void set(HostedProgram program, @Nullable T value) {
    T current = getter.get();
    if (before == null || !isLast(current)) {
      before = new Layer<>(program, current);
    }
    setter.accept(value);
    layers.removeIf(layer -> layer.program == program);
    layers.add(new Layer<>(program, getter.get()));
  }

  /** Puts back what a program has changed, once it has ended. */
  synchronized void putBack(HostedProgram program) {
    if (layers.stream().noneMatch(layer -> layer.program == program)) {
      return;
    }
    boolean untouched = isLast(getter.get());
    layers.removeIf(layer -> layer.program == program);
    Layer<T> next = layers.isEmpty() ? before : layers.get(layers.size() - 1);
    if (untouched && next != null) {
      setter.accept(next.value);
    }
    if (layers.isEmpty()) {
      before = null;
    }
  }

  /** Tells whether nobody has changed it since a program did. */
  private boolean isLast(T value) {
    return !layers.isEmpty() && Objects.equals(layers.get(layers.size() - 1).value, value);
  }
}
