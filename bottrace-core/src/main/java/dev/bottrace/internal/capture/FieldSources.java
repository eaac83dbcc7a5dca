package dev.bottrace.internal.capture;

import dev.bottrace.internal.capture.Content.Order;
import dev.bottrace.internal.capture.Content.Source;
import java.lang.ref.Reference;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Content by private fields, of JDK classes whose methods lock, change something, or call on. */
final class FieldSources {
  private FieldSources() {}

  /** An array that is filled from its start. */
  static Source array(String owner, String elements, String size) {
    HiddenField array = HiddenField.of(owner, elements);
    HiddenField count = HiddenField.of(owner, size);
    return value -> {
      Object[] all = (Object[]) required(array.read(value));
      return ArrayForm.content(count.readInt(value), index -> all[index]);
    };
  }

  /** An array that is filled from some index on, round its end. */
  static Source ring(String owner, String elements, String first, String size) {
    HiddenField array = HiddenField.of(owner, elements);
    HiddenField start = HiddenField.of(owner, first);
    HiddenField count = HiddenField.of(owner, size);
    return value -> {
      Object[] all = (Object[]) required(array.read(value));
      int offset = start.readInt(value);
      return ArrayForm.content(count.readInt(value), index -> all[(offset + index) % all.length]);
    };
  }

  /**
   * Nodes that lead from one to the next.
   *
   * @param first field with the first one; {@code .next} after it where that is a dummy
   */
  static Source chain(String owner, String first, String next, String item, String size) {
    boolean dummy = first.endsWith(".next");
    HiddenField head =
        HiddenField.of(owner, dummy ? first.substring(0, first.indexOf('.')) : first);
    HiddenField count = HiddenField.of(owner, size);
    HiddenField link = HiddenField.of(owner + "$Node", next);
    HiddenField content = HiddenField.of(owner + "$Node", item);
    return value -> {
      Object start = head.read(value);
      start = dummy ? link.read(start) : start;
      Iterator<?> elements = new Nodes(start, link::read, content::read);
      return new Content(count(count, value), elements, Order.OWN);
    };
  }

  private static int count(HiddenField field, Object value) {
    return field.read(value) instanceof AtomicInteger count ? count.get() : field.readInt(value);
  }

  static Source hashMap() {
    return table("java.util.HashMap", "java.util.HashMap$Node", "size", 1, entry -> entry);
  }

  static Source hashtable() {
    return table("java.util.Hashtable", "java.util.Hashtable$Entry", "count", -1, entry -> entry);
  }

  /** Its methods remove entries that are gone; its entries are references to their keys. */
  static Source weakHashMap() {
    HiddenField content = HiddenField.of("java.util.WeakHashMap$Entry", "value");
    return table(
        "java.util.WeakHashMap",
        "java.util.WeakHashMap$Entry",
        "size",
        -1,
        entry -> new Pair(((Reference<?>) required(entry)).get(), content.read(entry)));
  }

  /** Goes through the buckets in the direction in which the map's own iterators do. */
  private static Source table(
      String owner, String node, String size, int step, UnaryOperator<@Nullable Object> entry) {
    HiddenField table = HiddenField.of(owner, "table");
    HiddenField count = HiddenField.of(owner, size);
    HiddenField next = HiddenField.of(node, "next");
    return value -> {
      Object[] heads = (Object[]) table.read(value);
      Iterator<?> entries = new Buckets(heads == null ? new Object[0] : heads, step, next, entry);
      return new Content(count.readInt(value), entries, Order.HASHED);
    };
  }

  static Source linkedHashMap() {
    HiddenField head = HiddenField.of("java.util.LinkedHashMap", "head");
    HiddenField count = HiddenField.of("java.util.HashMap", "size");
    HiddenField after = HiddenField.of("java.util.LinkedHashMap$Entry", "after");
    return value -> {
      Iterator<?> entries = new Nodes(head.read(value), after::read, entry -> entry);
      return new Content(count.readInt(value), entries, Order.OWN);
    };
  }

  static Source treeMap() {
    HiddenField root = HiddenField.of("java.util.TreeMap", "root");
    HiddenField count = HiddenField.of("java.util.TreeMap", "size");
    return value -> new Content(count.readInt(value), new TreeEntries(root.read(value)), Order.OWN);
  }

  /** The content of another collection, if that is one that can be read; of a map its keys. */
  static Source delegate(String owner, String field) {
    HiddenField target = HiddenField.of(owner, field);
    return value -> {
      Object backing = required(target.read(value));
      Form form = Forms.of(backing.getClass());
      if (!(form instanceof SourceForm source)) {
        throw new NotReadableException();
      }
      Content content = source.content(backing);
      return value instanceof Map || !(backing instanceof Map) ? content : keys(content);
    };
  }

  private static Content keys(Content content) {
    Iterator<?> entries = content.elements();
    Iterator<?> keys = new Keys(entries);
    return new Content(content.size(), keys, content.order());
  }

  private static Object required(@Nullable Object value) {
    return Objects.requireNonNull(value);
  }

  /** An entry where the map has no such object. */
  private record Pair(@Nullable Object key, @Nullable Object value)
      implements Map.Entry<Object, Object> {
    @Override
    @SuppressWarnings("NullAway") // keys may be null
    public Object getKey() {
      return key;
    }

    @Override
    @SuppressWarnings("NullAway") // values may be null
    public Object getValue() {
      return value;
    }

    @Override
    public Object setValue(Object changed) {
      throw new UnsupportedOperationException();
    }
  }

  /** The keys of entries. */
  private record Keys(Iterator<?> entries) implements Iterator<Object> {
    @Override
    public boolean hasNext() {
      return entries.hasNext();
    }

    @Override
    public Object next() {
      return ((Map.Entry<?, ?>) required(entries.next())).getKey();
    }
  }
}
