package dev.bottrace.internal.code;

import dev.bottrace.internal.capture.VirtualObject;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An object that an interpreted method has created. */
final class VirtualInstance implements VirtualObject {
  private final Class<?> type;
  private final Map<Field, @Nullable Object> fields = new HashMap<>();

  /** Of a throwable: what its constructors were given. */
  private @Nullable Object message;

  private @Nullable Object cause;

  VirtualInstance(Class<?> type) {
    this.type = type;
  }

  @Override
  public Class<?> type() {
    return type;
  }

  @Override
  public @Nullable Object get(Field field) {
    if (Modifier.isStatic(field.getModifiers())
        || !field.getDeclaringClass().isAssignableFrom(type)) {
      throw new IllegalArgumentException(field + " is no field of " + type);
    }
    Object value = fields.get(field);
    return value != null ? value : Primitives.zero(field.getType());
  }

  void set(Field field, @Nullable Object value) {
    fields.put(field, value);
  }

  boolean isThrowable() {
    return Throwable.class.isAssignableFrom(type);
  }

  @Nullable Object message() {
    return message;
  }

  void message(@Nullable Object newMessage) {
    message = newMessage;
  }

  @Nullable Object cause() {
    return cause;
  }

  void cause(@Nullable Object newCause) {
    cause = newCause;
  }
}
