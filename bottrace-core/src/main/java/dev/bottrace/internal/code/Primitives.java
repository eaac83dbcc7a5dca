package dev.bottrace.internal.code;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The two forms of a primitive value: boxed by its type, and as the operand stack has it. */
final class Primitives {
  private static final Map<Class<?>, Object> ZEROS =
      Map.of(
          boolean.class,
          false,
          byte.class,
          (byte) 0,
          short.class,
          (short) 0,
          char.class,
          '\0',
          int.class,
          0,
          long.class,
          0L,
          float.class,
          0f,
          double.class,
          0d);

  private static final Map<Class<?>, Class<?>> BOXES =
      Map.of(
          boolean.class, Boolean.class,
          byte.class, Byte.class,
          short.class, Short.class,
          char.class, Character.class,
          int.class, Integer.class,
          long.class, Long.class,
          float.class, Float.class,
          double.class, Double.class);

  private Primitives() {}

  static @Nullable Object zero(Class<?> type) {
    return ZEROS.get(type);
  }

  static Class<?> box(Class<?> type) {
    return BOXES.getOrDefault(type, type);
  }

  /** Boolean, byte, short and char are int on the stack. Only for values of a primitive type. */
  static @Nullable Object toStack(@Nullable Object boxed) {
    if (boxed instanceof Boolean truth) {
      return truth ? 1 : 0;
    }
    if (boxed instanceof Character c) {
      return (int) c;
    }
    return boxed instanceof Byte || boxed instanceof Short ? ((Number) boxed).intValue() : boxed;
  }

  /** The other way round, by the first letter of the descriptor. */
  static @Nullable Object fromStack(char descriptor, @Nullable Object value) {
    if (!(value instanceof Integer number)) {
      return value;
    }
    int i = number;
    return switch (descriptor) {
      case 'Z' -> (i & 1) != 0;
      case 'B' -> (byte) i;
      case 'S' -> (short) i;
      case 'C' -> (char) i;
      default -> value;
    };
  }

  static boolean isPrimitive(char descriptor) {
    return descriptor != 'L' && descriptor != '[';
  }

  static boolean isWide(char descriptor) {
    return descriptor == 'J' || descriptor == 'D';
  }
}
