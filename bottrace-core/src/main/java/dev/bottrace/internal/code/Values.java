package dev.bottrace.internal.code;

import dev.bottrace.internal.capture.VirtualObject;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is known of an object by its exact class. */
final class Values {
  /** Final, immutable, and their methods call none of another class. */
  private static final Set<Class<?>> VALUE_TYPES =
      Set.of(
          String.class,
          Boolean.class,
          Character.class,
          Byte.class,
          Short.class,
          Integer.class,
          Long.class,
          Float.class,
          Double.class,
          BigInteger.class,
          BigDecimal.class,
          UUID.class,
          java.time.LocalDate.class,
          java.time.LocalTime.class,
          java.time.LocalDateTime.class,
          java.time.Instant.class,
          java.time.Duration.class,
          java.time.Period.class,
          java.time.Year.class);

  private Values() {}

  static Class<?> typeOf(Object object) {
    return object instanceof VirtualObject virtual ? virtual.type() : object.getClass();
  }

  static boolean isInstance(Class<?> type, Object object) {
    return type.isAssignableFrom(typeOf(object));
  }

  static boolean isValue(@Nullable Object object) {
    return object == null || VALUE_TYPES.contains(object.getClass());
  }

  /** Enum constants and classes are compared by identity. */
  static boolean isIdentity(Object object) {
    return object instanceof Enum<?> || object instanceof Class<?>;
  }

  /** Whether it can be handed to a method of the JDK that will call its methods. */
  static boolean isPlain(@Nullable Object object) {
    return object == null || isValue(object) || isIdentity(object);
  }
}
