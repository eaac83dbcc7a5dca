package dev.bottrace.internal.capture;

import dev.bottrace.internal.capture.Content.Order;
import dev.bottrace.internal.capture.Content.Source;
import java.util.BitSet;
import java.util.Collection;
import java.util.Map;
import java.util.PrimitiveIterator;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** Content by public methods, of JDK classes in which these only read. */
final class PublicSources {
  private PublicSources() {}

  static Source collection(Order order) {
    return value -> {
      Collection<?> collection = (Collection<?>) value;
      return new Content(collection.size(), collection.iterator(), order);
    };
  }

  /** For those whose size is found by counting, or by asking another object. */
  static Source uncounted(Order order) {
    return value -> new Content(Content.UNKNOWN, ((Collection<?>) value).iterator(), order);
  }

  static Source map(Order order) {
    return value -> {
      Map<?, ?> map = (Map<?, ?>) value;
      return new Content(map.size(), map.entrySet().iterator(), order);
    };
  }

  static Content concurrentKeys(Object value) {
    ConcurrentHashMap.KeySetView<?, ?> keys = (ConcurrentHashMap.KeySetView<?, ?>) value;
    boolean exact = keys.getMap().getClass() == ConcurrentHashMap.class;
    int size = exact ? keys.getMap().size() : Content.UNKNOWN;
    return new Content(size, keys.iterator(), Order.HASHED);
  }

  static Content integers(Object value) {
    AtomicIntegerArray array = (AtomicIntegerArray) value;
    return ArrayForm.content(array.length(), array::get);
  }

  static Content longs(Object value) {
    AtomicLongArray array = (AtomicLongArray) value;
    return ArrayForm.content(array.length(), array::get);
  }

  static Content references(Object value) {
    AtomicReferenceArray<?> array = (AtomicReferenceArray<?>) value;
    return ArrayForm.content(array.length(), array::get);
  }

  static Content bits(Object value) {
    BitSet bits = (BitSet) value;
    return new Content(bits.cardinality(), new Bits(bits), Order.OWN);
  }

  /** The numbers of the bits that are set. */
  private static final class Bits implements PrimitiveIterator.OfInt {
    private final BitSet bits;
    private int next;

    Bits(BitSet bits) {
      this.bits = bits;
      next = bits.nextSetBit(0);
    }

    @Override
    public boolean hasNext() {
      return next >= 0;
    }

    @Override
    public int nextInt() {
      int current = next;
      next = bits.nextSetBit(current + 1);
      return current;
    }
  }
}
