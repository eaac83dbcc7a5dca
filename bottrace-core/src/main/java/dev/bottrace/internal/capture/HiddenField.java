package dev.bottrace.internal.capture;

import java.lang.reflect.Field;
import org.jspecify.annotations.Nullable;

/**
 * A private field of a JDK class: readable where the JVM was told to open its package. Looked up
 * when it is first read.
 */
final class HiddenField {
  private final String owner;
  private final String name;
  private @Nullable Field found;
  private volatile boolean sought; // written after what was found

  private HiddenField(String owner, String name) {
    this.owner = owner;
    this.name = name;
  }

  /** Names a field; one that is not there, as in another version of the JDK, is not readable. */
  static HiddenField of(String owner, String name) {
    return new HiddenField(owner, name);
  }

  private @Nullable Field field() {
    if (!sought) {
      found = find();
      sought = true;
    }
    return found;
  }

  private @Nullable Field find() {
    try {
      ObjectFields fields = ObjectFields.of(Class.forName(owner, false, null));
      return fields.instance().stream()
          .filter(field -> fields.readable() && field.getName().equals(name))
          .findFirst()
          .orElse(null);
    } catch (ClassNotFoundException | LinkageError e) {
      return null;
    }
  }

  boolean isReadable() {
    return field() != null;
  }

  @Nullable Object read(@Nullable Object object) {
    Field field = field();
    if (field == null || object == null) {
      throw new NotReadableException();
    }
    try {
      return field.get(object);
    } catch (IllegalAccessException | IllegalArgumentException e) {
      throw new NotReadableException();
    }
  }

  int readInt(Object object) {
    if (read(object) instanceof Number number) {
      return number.intValue();
    }
    throw new NotReadableException();
  }
}
