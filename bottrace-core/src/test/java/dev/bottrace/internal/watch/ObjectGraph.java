package dev.bottrace.internal.watch;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All that can be reached from an object, in a form that can be compared. */
final class ObjectGraph {
  private final IdentityHashMap<Object, Integer> seen = new IdentityHashMap<>();
  private final List<Object> content = new ArrayList<>();

  static List<Object> of(Object root, Class<?>... statics) throws IllegalAccessException {
    ObjectGraph graph = new ObjectGraph();
    graph.add(root);
    for (Class<?> type : statics) {
      graph.fields(type, null);
    }
    return graph.content;
  }

  private void add(@Nullable Object object) throws IllegalAccessException {
    Integer number = object == null ? Integer.valueOf(-1) : seen.putIfAbsent(object, seen.size());
    if (object == null || number != null) {
      content.add(number);
      return;
    }
    content.add(object.getClass());
    if (object.getClass().isArray()) {
      for (int i = 0; i < Array.getLength(object); i++) {
        addValue(object.getClass().getComponentType(), Array.get(object, i));
      }
    } else if (object.getClass().getName().startsWith("java.")) {
      jdk(object);
    } else {
      all(object);
    }
  }

  private void addValue(Class<?> type, @Nullable Object value) throws IllegalAccessException {
    if (type.isPrimitive()) {
      content.add(value);
    } else {
      add(value);
    }
  }

  private void jdk(Object object) throws IllegalAccessException {
    if (object instanceof Map<?, ?> map) {
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        add(entry.getKey());
        add(entry.getValue());
      }
    } else if (object instanceof Collection<?> collection) {
      for (Object element : collection) {
        add(element);
      }
    } else {
      content.add(object.toString());
    }
  }

  private void all(Object object) throws IllegalAccessException {
    for (Class<?> c = object.getClass();
        c != null && !c.getName().startsWith("java.");
        c = c.getSuperclass()) {
      fields(c, object);
    }
  }

  private void fields(Class<?> type, @Nullable Object object) throws IllegalAccessException {
    for (Field field : type.getDeclaredFields()) {
      if (Modifier.isStatic(field.getModifiers()) == (object == null) && field.trySetAccessible()) {
        addValue(field.getType(), field.get(object));
      }
    }
  }
}
