package dev.bottrace.internal.capture;

import java.lang.reflect.Field;
import org.jspecify.annotations.Nullable;

/**
 * An object of a class of the program that does not exist in the JVM, but only in an evaluation: a
 * method that is interpreted has made it.
 */
public interface VirtualObject {
  /**
   * Returns the class that it would be an instance of.
   *
   * @return the class
   */
  Class<?> type();

  /**
   * Reads an instance field.
   *
   * @param field of its class or a superclass
   * @return the value, boxed if it is primitive
   */
  @Nullable Object get(Field field);
}
