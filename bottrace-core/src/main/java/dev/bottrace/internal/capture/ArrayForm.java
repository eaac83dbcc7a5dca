package dev.bottrace.internal.capture;

import java.lang.reflect.Array;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Arrays, and whatever else has elements by number. */
final class ArrayForm {
  private ArrayForm() {}

  static Form of(Class<?> type) {
    String name = TypeNames.of(type);
    return new SequenceForm(
        name, type.getComponentType().isPrimitive() ? ArrayForm::primitives : ArrayForm::objects);
  }

  private static Content objects(Object value) {
    Object[] array = (Object[]) value;
    return content(array.length, index -> array[index]);
  }

  private static Content primitives(Object array) {
    return content(Array.getLength(array), index -> Array.get(array, index));
  }

  static Content content(int size, IntFunction<@Nullable Object> element) {
    return new Content(size, new Indexed(size, element), Content.Order.OWN);
  }

  /** Elements by number. */
  private static final class Indexed implements Iterator<Object> {
    private final int size;
    private final IntFunction<@Nullable Object> element;
    private int index;

    Indexed(int size, IntFunction<@Nullable Object> element) {
      this.size = size;
      this.element = element;
    }

    @Override
    public boolean hasNext() {
      return index < size;
    }

    @Override
    @SuppressWarnings("NullAway") // elements may be null
    public Object next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return element.apply(index++);
    }
  }
}
