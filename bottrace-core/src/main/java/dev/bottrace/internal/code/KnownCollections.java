package dev.bottrace.internal.code;

import dev.bottrace.internal.capture.ObjectFields;
import java.lang.reflect.Field;
import java.util.Collection;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.ListIterator;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** Which objects of the JDK run no code of the program when their methods are called. */
final class KnownCollections {
  private static final Set<String> COMPARING =
      Set.of(
          "get",
          "getOrDefault",
          "containsKey",
          "contains",
          "put",
          "putIfAbsent",
          "add",
          "remove",
          "floor",
          "lower",
          "ceiling",
          "higher",
          "floorKey",
          "lowerKey",
          "ceilingKey",
          "higherKey",
          "floorEntry",
          "lowerEntry",
          "ceilingEntry",
          "higherEntry",
          "addAll",
          "putAll");

  private final Evaluation evaluation;

  /** Wrappers that the evaluation has made, and what is inside. */
  private final IdentityHashMap<Object, Object> wrapped = new IdentityHashMap<>(1);

  KnownCollections(Evaluation evaluation) {
    this.evaluation = evaluation;
  }

  void wrap(Object wrapper, Object content) {
    wrapped.put(wrapper, content);
  }

  /** Returns the line of the list that holds for an object; null if there is none. */
  @Nullable String family(Object object) {
    Class<?> type = object.getClass();
    if (JdkTable.isKnown(type)) {
      return type.getName();
    }
    if (JdkTable.isEntry(type)) {
      return "java.util.Map$Entry";
    }
    if (object instanceof Enum<?>) {
      return "java.lang.Enum";
    }
    if (object instanceof Throwable) {
      return "java.lang.Throwable";
    }
    return evaluation.isOwn(object) && ClassModel.isJdk(type) ? familyOfOwn(object) : null;
  }

  /** Views and iterators can be trusted if they were taken from an object that is known. */
  private static @Nullable String familyOfOwn(Object object) {
    Map<Class<?>, String> families =
        Map.of(
            ListIterator.class, "java.util.ListIterator",
            Iterator.class, "java.util.Iterator",
            Map.Entry.class, "java.util.Map$Entry",
            List.class, "java.util.List",
            Set.class, "java.util.Set",
            Collection.class, "java.util.Collection",
            Map.class, "java.util.Map");
    for (Class<?> type :
        List.of(
            ListIterator.class,
            Iterator.class,
            Map.Entry.class,
            List.class,
            Set.class,
            Collection.class,
            Map.class)) {
      if (type.isInstance(object)) {
        return families.get(type);
      }
    }
    return null;
  }

  /** Returns what an unmodifiable collection is a view of, if it can be seen. */
  Object unwrapped(Object object) {
    Object current = object;
    for (int i = 0; i < 8 && isWrapper(current); i++) {
      Object inner = wrapped.get(current);
      inner = inner != null ? inner : content(current);
      if (inner == null || inner.getClass() == Object.class) {
        return current;
      }
      current = inner;
    }
    return current;
  }

  private static boolean isWrapper(Object object) {
    return object.getClass().getName().startsWith("java.util.Collections$Unmodifiable");
  }

  private static @Nullable Object content(Object wrapper) {
    for (Class<?> c = wrapper.getClass(); c != null; c = c.getSuperclass()) {
      for (Field field : ObjectFields.of(c).instance()) {
        if (field.getName().equals("c") || field.getName().equals("m")) {
          return read(field, wrapper);
        }
      }
    }
    return null;
  }

  private static @Nullable Object read(Field field, Object wrapper) {
    try {
      return ObjectFields.read(field, wrapper);
    } catch (IllegalAccessException e) {
      return null;
    }
  }

  /** A comparator may be one of the program. */
  void requireNaturalOrder(Callee callee, @Nullable Object receiver) {
    Comparator<?> order = null;
    if (receiver instanceof SortedMap<?, ?> map && known(receiver)) {
      order = map.comparator();
    } else if (receiver instanceof SortedSet<?> set && known(receiver)) {
      order = set.comparator();
    }
    boolean foreign = order != null && order != String.CASE_INSENSITIVE_ORDER;
    if (order != null && foreign && COMPARING.contains(callee.name())) {
      throw Refusal.of("calls " + callee + ", which calls " + order.getClass().getTypeName());
    }
  }

  private boolean known(Object receiver) {
    return family(receiver) != null;
  }
}
