package dev.bottrace.internal.watch;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place in the code of a class that may not be loaded yet.
 *
 * @param owner internal name of the class
 * @param variables those of the place, inner ones after outer ones, and {@code this}, but for
 *     static methods; where code does not know a reference to be of the declared type, with {@code
 *     Ljava/lang/Object;}
 * @param fields those that the class declares
 * @param initializes whether the class is initialised, or about to be, by any thread that gets
 *     there
 */
public record CodePlace(
    String owner, List<CodeVariable> variables, List<CodeField> fields, boolean initializes) {

  /**
   * A variable.
   *
   * @param name as in the source
   * @param descriptor of its type
   */
  public record CodeVariable(String name, String descriptor) {}

  /**
   * A field.
   *
   * @param name as in the source
   * @param descriptor of its type
   * @param isStatic whether there is one for all objects
   * @param constant what the class file says that it always holds; null if it does not say
   */
  public record CodeField(
      String name, String descriptor, boolean isStatic, @Nullable Object constant) {}
}
