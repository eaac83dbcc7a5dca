package dev.bottrace.internal.capture;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The entries of a hash table. */
final class Buckets implements Iterator<Object> {
  private final @Nullable Object[] heads;
  private final HiddenField link;
  private final UnaryOperator<@Nullable Object> entry;
  private final int step;
  private int bucket;
  private @Nullable Object node;

  /**
   * Begins at one end.
   *
   * @param step 1 from the first bucket to the last, -1 the other way round
   */
  Buckets(
      @Nullable Object[] heads, int step, HiddenField link, UnaryOperator<@Nullable Object> entry) {
    this.heads = heads;
    this.step = step;
    this.bucket = step > 0 ? 0 : heads.length - 1;
    this.link = link;
    this.entry = entry;
  }

  @Override
  public boolean hasNext() {
    while (node == null && bucket >= 0 && bucket < heads.length) {
      node = heads[bucket];
      bucket += step;
    }
    return node != null;
  }

  @Override
  @SuppressWarnings("NullAway") // an entry is not null
  public Object next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    Object current = node;
    node = link.read(current);
    return entry.apply(current);
  }
}
