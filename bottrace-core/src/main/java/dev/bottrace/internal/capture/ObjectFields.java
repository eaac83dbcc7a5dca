package dev.bottrace.internal.capture;

import java.lang.reflect.Field;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a class, made readable as far as the JVM allows it. Runs no code of the program and
 * initialises no class. Safe for use by any number of threads.
 */
public final class ObjectFields {
  private static final ClassValue<ObjectFields> OF_CLASS =
      new ClassValue<>() {
        @Override
        protected ObjectFields computeValue(Class<?> type) {
          return new ObjectFields(type);
        }
      };

  private final List<Field> instance = new ArrayList<>();
  private final List<Field> statics = new ArrayList<>();
  private final boolean complete;
  private boolean readable = true;

  private ObjectFields(Class<?> type) {
    boolean all = true;
    try {
      for (Field field : type.getDeclaredFields()) {
        readable &= add(field);
      }
    } catch (LinkageError | RuntimeException e) {
      all = false; // the class of a field is missing
    }
    complete = all;
    readable &= all;
  }

  private boolean add(Field field) {
    (Modifier.isStatic(field.getModifiers()) ? statics : instance).add(field);
    try {
      return field.trySetAccessible();
    } catch (InaccessibleObjectException | SecurityException e) {
      return false;
    }
  }

  /**
   * Returns what is known of one class, without its superclasses.
   *
   * @param type the class
   * @return its own fields
   */
  public static ObjectFields of(Class<?> type) {
    return OF_CLASS.get(type);
  }

  /**
   * Returns the instance fields.
   *
   * @return in the order in which the JVM has them, that of the source
   */
  public List<Field> instance() {
    return Collections.unmodifiableList(instance);
  }

  /**
   * Returns the static fields. Reading one may initialise the class.
   *
   * @return in the order in which the JVM has them, that of the source
   */
  public List<Field> statics() {
    return Collections.unmodifiableList(statics);
  }

  /**
   * Tells whether all fields are known; the JVM does not name them if the class of one is missing.
   */
  boolean complete() {
    return complete;
  }

  /**
   * Tells whether all fields can be read.
   *
   * @return false if the JVM hides some of them
   */
  public boolean readable() {
    return readable;
  }

  /**
   * Reads a field.
   *
   * @param field one of those of this class
   * @param object its owner; null if the field is static
   * @return its value, boxed if it is primitive
   * @throws IllegalAccessException if the JVM does not let it be read
   */
  public static @Nullable Object read(Field field, @Nullable Object object)
      throws IllegalAccessException {
    return object instanceof VirtualObject virtual ? virtual.get(field) : field.get(object);
  }
}
