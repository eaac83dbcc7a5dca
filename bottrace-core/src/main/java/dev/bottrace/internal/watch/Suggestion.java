package dev.bottrace.internal.watch;

import dev.bottrace.internal.capture.ObjectFields;
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
    String best = null;
    int least = wrong.length() / 3 + 2;
    for (String name : names) {
      int distance = name.length() > MAX_LENGTH ? least : distance(name, wrong);
      if (distance < least) {
        least = distance;
        best = name;
      }
    }
    return best == null ? "" : "; did you mean '" + best + "'?";
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

  private static int distance(String a, String b) {
    if (b.length() > MAX_LENGTH) {
      return MAX_LENGTH;
    }
    int[] previous = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] current = new int[b.length() + 1];
      current[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int insertion = Math.min(previous[j], current[j - 1]) + 1;
        current[j] = Math.min(insertion, previous[j - 1] + change);
      }
      previous = current;
    }
    return previous[b.length()];
  }
}
