package dev.bottrace.internal.capture;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The contents of nodes that lead from one to the next. */
final class Nodes implements Iterator<Object> {
  private final UnaryOperator<@Nullable Object> next;
  private final UnaryOperator<@Nullable Object> content;
  private @Nullable Object node;

  Nodes(
      @Nullable Object first,
      UnaryOperator<@Nullable Object> next,
      UnaryOperator<@Nullable Object> content) {
    this.node = first;
    this.next = next;
    this.content = content;
  }

  @Override
  public boolean hasNext() {
    return node != null;
  }

  @Override
  @SuppressWarnings("NullAway") // elements may be null
  public Object next() {
    Object current = node;
    if (current == null) {
      throw new NoSuchElementException();
    }
    node = next.apply(current);
    return content.apply(current);
  }
}
