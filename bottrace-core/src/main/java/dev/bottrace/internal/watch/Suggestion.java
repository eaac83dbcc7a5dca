package dev.bottrace.internal.watch;

import dev.bottrace.internal.capture.ObjectFields;
import dev.bottrace.trace.NearestName;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Finds the name that was probably meant. */
final class Suggestion {
  private static final int MAX_LENGTH = 100;

  private Suggestion() {}

  /** Returns {@code ; did you mean 'items'?} or nothing. */
  static String among(Collection<String> names, String wrong) {
    List<String> known = names.stream().filter(name -> name.length() <= MAX_LENGTH).toList();
    return wrong.length() > MAX_LENGTH
        ? ""
        : NearestName.to(wrong, known, wrong.length() / 3 + 1)
            .map(name -> "; did you mean '" + name + "'?")
            .orElse("");
  }

  static List<String> fieldsOf(Class<?> type) {
    List<String> names = new ArrayList<>();
    for (Class<?> c = type; c != null; c = c.getSuperclass()) {
      for (List<Field> fields :
          List.of(ObjectFields.of(c).instance(), ObjectFields.of(c).statics())) {
        fields.stream()
            .filter(field -> !field.isSynthetic())
            .map(Field::getName)
            .forEach(names::add);
      }
    }
    return names;
  }
}
