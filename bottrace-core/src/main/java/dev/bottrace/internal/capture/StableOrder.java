package dev.bottrace.internal.capture;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Brings elements that come in an order which may differ between two runs into one that does not:
 * that of their values if they are of one JDK value type, else that of their lines.
 */
final class StableOrder {
  /** How many elements beyond the limit are looked at to find the first ones. */
  private static final int FACTOR = 10;

  private final UnaryOperator<@Nullable Object> key;
  private final Walk walk;
  private final List<@Nullable Object> elements = new ArrayList<>();

  private StableOrder(UnaryOperator<@Nullable Object> key, Walk walk) {
    this.key = key;
    this.walk = walk;
  }

  /**
   * Orders the content of a collection or a map.
   *
   * @param key gives what an element is ordered by
   */
  static Content of(Content content, UnaryOperator<@Nullable Object> key, Walk walk) {
    int most = walk.limits().elements();
    if (content.order() == Content.Order.OWN || content.size() == 0 || most == 0) {
      return content;
    }
    return new StableOrder(key, walk).ordered(content, most);
  }

  private Content ordered(Content content, int most) {
    read(content.elements(), most);
    if (content.order() == Content.Order.RANDOM || !haveStableHashes()) {
      read(content.elements(), (int) Math.min((long) FACTOR * most, Integer.MAX_VALUE));
      sort();
    }
    Iterator<?> all = new Joined(elements.iterator(), content.elements());
    return new Content(content.size(), all, Content.Order.OWN);
  }

  private void read(Iterator<?> source, int most) {
    try {
      while (elements.size() < most && source.hasNext()) {
        elements.add(source.next());
      }
    } catch (RuntimeException e) { // changed meanwhile: so it will say again to who reads on
    }
  }

  private boolean haveStableHashes() {
    for (Object element : elements) {
      Object ordered = key.apply(element);
      if (ordered != null && !Forms.of(ordered.getClass()).hasStableHash()) {
        return false;
      }
    }
    return true;
  }

  private void sort() {
    if (areOfOneValueType()) {
      elements.sort(Comparator.comparing(element -> comparable(key.apply(element))));
    } else {
      List<Line> lines = new ArrayList<>();
      elements.forEach(element -> lines.add(new Line(walk.line(key.apply(element)), element)));
      lines.sort(Comparator.comparing(Line::text));
      elements.clear();
      lines.forEach(line -> elements.add(line.element()));
    }
  }

  /** Program classes are not asked: their {@code compareTo} would run. */
  private boolean areOfOneValueType() {
    Class<?> type = null;
    for (Object element : elements) {
      Object ordered = key.apply(element);
      if (!(ordered instanceof Comparable) || (type != null && type != ordered.getClass())) {
        return false;
      }
      type = ordered.getClass();
    }
    return type != null && Forms.of(type).hasStableHash();
  }

  @SuppressWarnings("unchecked") // all are of one type, which compares its own objects
  private static Comparable<Object> comparable(@Nullable Object value) {
    return (Comparable<Object>) java.util.Objects.requireNonNull(value);
  }

  /** An element with what it is ordered by. */
  private record Line(String text, @Nullable Object element) {}

  /** What was read, then what was not. */
  private record Joined(Iterator<?> first, Iterator<?> rest) implements Iterator<Object> {
    @Override
    public boolean hasNext() {
      return first.hasNext() || rest.hasNext();
    }

    @Override
    @SuppressWarnings("NullAway") // elements may be null
    public Object next() {
      return first.hasNext() ? first.next() : rest.next();
    }
  }
}
