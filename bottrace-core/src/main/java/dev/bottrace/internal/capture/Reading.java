package dev.bottrace.internal.capture;

import dev.bottrace.trace.NotCapturedReason;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads elements until the limit, the budget, or the end; another thread may change them meanwhile.
 *
 * @param <T> what they are captured as
 */
final class Reading<T> {
  private final Walk walk;
  private final Iterator<?> elements;
  private final List<T> captured = new ArrayList<>();
  private int size;
  private @Nullable Object element;
  private @Nullable NotCapturedReason cut;

  Reading(Content content, Walk walk) {
    this.walk = walk;
    this.elements = content.elements();
    this.size = content.size();
  }

  /** Steps to the next element; returns false if there is none, or {@link #cut()} says why. */
  boolean next() {
    try {
      return captured.size() != size && step();
    } catch (NotReadableException e) {
      return stop(NotCapturedReason.NOT_READABLE);
    } catch (RuntimeException e) { // the iterator of a JDK class has noticed
      return stop(NotCapturedReason.CHANGED_WHILE_READ);
    }
  }

  private boolean step() {
    boolean known = size != Content.UNKNOWN;
    if (known && captured.size() == walk.limits().elements()) {
      return stop(NotCapturedReason.SIZE);
    }
    if (!elements.hasNext()) {
      return known ? stop(NotCapturedReason.CHANGED_WHILE_READ) : end();
    }
    if (captured.size() == walk.limits().elements()) {
      return stop(NotCapturedReason.SIZE);
    }
    if (!walk.take()) {
      return stop(NotCapturedReason.BUDGET);
    }
    element = elements.next();
    return true;
  }

  private boolean stop(NotCapturedReason reason) {
    cut = reason;
    return false;
  }

  private boolean end() {
    size = captured.size();
    return false;
  }

  @Nullable Object element() {
    return element;
  }

  Object requiredElement() {
    return Objects.requireNonNull(element);
  }

  void add(T value) {
    captured.add(value);
  }

  List<T> captured() {
    return captured;
  }

  int size() {
    return size;
  }

  @Nullable NotCapturedReason cut() {
    return cut;
  }
}
