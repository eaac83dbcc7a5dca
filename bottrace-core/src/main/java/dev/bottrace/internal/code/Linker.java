package dev.bottrace.internal.code;

import dev.bottrace.internal.capture.ObjectFields;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds what names stand for among the classes that are loaded. Loads and initialises none. */
public final class Linker {
  private static final Map<String, Class<?>> PRIMITIVES =
      Map.of(
          "Z", boolean.class,
          "B", byte.class,
          "S", short.class,
          "C", char.class,
          "I", int.class,
          "J", long.class,
          "F", float.class,
          "D", double.class,
          "V", void.class);

  private final ProgramClasses classes;
  private final MethodTable methods;

  /**
   * Makes a linker.
   *
   * @param classes those of the program
   */
  public Linker(ProgramClasses classes) {
    this.classes = classes;
    this.methods = new MethodTable(classes);
  }

  /**
   * Returns what finds methods.
   *
   * @return a table that keeps what it has found
   */
  public MethodTable methods() {
    return methods;
  }

  /**
   * Looks up a class.
   *
   * @param binaryName with dots
   * @param from the class whose loader gives the name its meaning
   * @return the class; null if it is not loaded
   */
  public @Nullable Class<?> find(String binaryName, Class<?> from) {
    Class<?> known = JdkTable.type(binaryName);
    if (known != null) {
      return known;
    }
    Class<?> loaded = classes.loaded(binaryName, from);
    return loaded != null ? loaded : JdkTable.exceptionType(binaryName);
  }

  /**
   * Looks up a type.
   *
   * @param descriptor of a primitive type, a class or an array
   * @param from the class whose loader gives names their meaning
   * @return the type; null if it is not loaded
   */
  public @Nullable Class<?> resolve(String descriptor, Class<?> from) {
    if (descriptor.startsWith("[")) {
      Class<?> component = resolve(descriptor.substring(1), from);
      return component == null ? null : component.arrayType();
    }
    if (descriptor.length() == 1) {
      return PRIMITIVES.get(descriptor);
    }
    return find(descriptor.substring(1, descriptor.length() - 1).replace('/', '.'), from);
  }

  /** Looks up a class or array as the class file names it. */
  @Nullable Class<?> internal(String internalName, Class<?> from) {
    return resolve(internalName.startsWith("[") ? internalName : "L" + internalName + ";", from);
  }

  Class<?> require(String internalName, Class<?> from) {
    Class<?> type = internal(internalName, from);
    if (type == null) {
      throw Refusal.of("needs class " + internalName.replace('/', '.') + ", which is not loaded");
    }
    return type;
  }

  /**
   * Looks up a field, in a class and all that it inherits from.
   *
   * @param type where to start
   * @param name the name of the field
   * @return the field; null if there is none
   */
  public static @Nullable Field field(Class<?> type, String name) {
    return field(type, name, null);
  }

  static @Nullable Field field(Class<?> type, String name, @Nullable Class<?> fieldType) {
    for (Class<?> c = type; c != null; c = c.getSuperclass()) {
      Field field = declared(c, name, fieldType);
      for (Class<?> parent : field == null ? c.getInterfaces() : new Class<?>[0]) {
        field = field == null ? field(parent, name, fieldType) : field;
      }
      if (field != null) {
        return field;
      }
    }
    return null;
  }

  private static @Nullable Field declared(
      Class<?> type, String name, @Nullable Class<?> fieldType) {
    ObjectFields fields = ObjectFields.of(type);
    for (List<Field> list : List.of(fields.instance(), fields.statics())) {
      for (Field field : list) {
        if (field.getName().equals(name) && (fieldType == null || fieldType == field.getType())) {
          return field;
        }
      }
    }
    return null;
  }

  /**
   * Reads a field of an object.
   *
   * @param field an instance field
   * @param object its owner
   * @return the value, boxed if it is primitive
   * @throws Refusal if the JVM does not let it be read
   */
  public static @Nullable Object read(Field field, Object object) {
    try {
      return ObjectFields.read(field, object);
    } catch (IllegalAccessException e) {
      throw Refusal.of("reads field " + name(field) + ", which the JVM hides");
    }
  }

  /**
   * Reads a static field.
   *
   * @param field a static field
   * @return the value, boxed if it is primitive
   * @throws Refusal if its class is not initialised, or the JVM does not let it be read
   */
  public @Nullable Object readStatic(Field field) {
    requireInitialized(field.getDeclaringClass());
    try {
      return ObjectFields.read(field, null);
    } catch (IllegalAccessException e) {
      throw Refusal.of("reads field " + name(field) + ", which the JVM hides");
    }
  }

  void requireInitialized(Class<?> type) {
    if (!JdkTable.isKnown(type) && !classes.isInitialized(type)) {
      throw Refusal.of("needs class " + type.getTypeName() + ", which is not initialised yet");
    }
  }

  ProgramClasses classes() {
    return classes;
  }

  /** As a refusal names a field: {@code Order.total}. */
  static String name(Field field) {
    return shortName(field.getDeclaringClass()) + "." + field.getName();
  }

  /** A class without its package. */
  static String shortName(Class<?> type) {
    String name = type.getTypeName();
    return name.substring(name.lastIndexOf('.') + 1);
  }

  static boolean isStatic(Field field) {
    return Modifier.isStatic(field.getModifiers());
  }
}
