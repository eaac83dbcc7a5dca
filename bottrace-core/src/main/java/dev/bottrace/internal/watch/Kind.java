package dev.bottrace.internal.watch;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The primitive types, in the order of their width. */
enum Kind {
  BOOLEAN(boolean.class, Boolean.class),
  BYTE(byte.class, Byte.class),
  SHORT(short.class, Short.class),
  CHAR(char.class, Character.class),
  INT(int.class, Integer.class),
  LONG(long.class, Long.class),
  FLOAT(float.class, Float.class),
  DOUBLE(double.class, Double.class);

  private static final Map<Class<?>, Kind> BY_TYPE = new HashMap<>();
  private static final Map<Class<?>, Kind> BY_BOX = new HashMap<>();

  static {
    for (Kind kind : values()) {
      BY_TYPE.put(kind.type, kind);
      BY_BOX.put(kind.box, kind);
    }
  }

  private final Class<?> type;
  private final Class<?> box;

  Kind(Class<?> type, Class<?> box) {
    this.type = type;
    this.box = box;
  }

  Class<?> type() {
    return type;
  }

  Class<?> box() {
    return box;
  }

  static @Nullable Kind of(Class<?> type) {
    return BY_TYPE.get(type);
  }

  static @Nullable Kind ofBox(Class<?> type) {
    return BY_BOX.get(type);
  }

  static @Nullable Kind unboxed(Class<?> type) {
    Kind kind = of(type);
    return kind != null ? kind : ofBox(type);
  }

  static @Nullable Kind named(String name) {
    return Arrays.stream(values())
        .filter(kind -> kind.type.getName().equals(name))
        .findFirst()
        .orElse(null);
  }

  boolean isNumeric() {
    return this != BOOLEAN;
  }

  boolean isIntegral() {
    return this != BOOLEAN && this != FLOAT && this != DOUBLE;
  }

  /** Unary numeric promotion. */
  Kind promoted() {
    return compareTo(INT) < 0 ? INT : this;
  }

  /** Binary numeric promotion. */
  static Kind promoted(Kind left, Kind right) {
    Kind wider = left.compareTo(right) > 0 ? left : right;
    return wider.promoted();
  }

  boolean widensTo(Kind other) {
    if (this == other) {
      return true;
    }
    if (this == BOOLEAN || other == BOOLEAN || other == CHAR) {
      return false;
    }
    return this == CHAR ? other.compareTo(INT) >= 0 : compareTo(other) < 0;
  }
}
