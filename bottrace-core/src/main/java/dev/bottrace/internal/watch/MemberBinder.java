package dev.bottrace.internal.watch;

import dev.bottrace.internal.code.ClassModel;
import dev.bottrace.internal.code.Evaluation;
import dev.bottrace.internal.code.Linker;
import dev.bottrace.internal.code.ProgramClasses;
import dev.bottrace.internal.code.Refusal;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import org.jspecify.annotations.Nullable;

/** Reads fields and elements of values. */
final class MemberBinder {
  private final ProgramClasses classes;

  MemberBinder(ProgramClasses classes) {
    this.classes = classes;
  }

  /** A field by the static type of its owner, or else by the class that the owner has then. */
  Node member(Node target, String text, String name) {
    if (target.type().isPrimitive()) {
      throw Refusal.whole("'" + text + "' is " + target.type() + ", which has no fields");
    }
    if (name.equals("length") && target.type().isArray()) {
      return new ComputedNode(int.class, e -> length(target.value(e), text));
    }
    Field field = Linker.field(target.type(), name);
    if (field == null) {
      return new ComputedNode(Object.class, e -> dynamic(target.value(e), text, name, e));
    }
    return field(target, text, field);
  }

  Node field(Node target, String text, Field field) {
    return Modifier.isStatic(field.getModifiers())
        ? staticField(field)
        : new FieldNode(target, text, field);
  }

  private static Object length(@Nullable Object array, String text) {
    if (array == null) {
      throw Refusal.whole("'" + text + "' is null");
    }
    return Evaluation.length(array);
  }

  private @Nullable Object dynamic(
      @Nullable Object owner, String text, String name, Environment environment) {
    Class<?> type = owner == null ? null : Evaluation.typeOf(owner);
    if (owner != null && type != null && type.isArray() && name.equals("length")) {
      return Evaluation.length(owner);
    }
    Field field = type == null ? null : Linker.field(type, name);
    if (type != null && field == null) {
      String similar = Suggestion.among(Suggestion.fieldsOf(type), name);
      throw Refusal.whole(
          "'"
              + text
              + "' is a "
              + type.getTypeName()
              + ", which has no field '"
              + name
              + "'"
              + similar);
    }
    if (field != null && Modifier.isStatic(field.getModifiers())) {
      return staticField(field).value(environment);
    }
    if (field == null) {
      throw Refusal.whole("'" + text + "' is null");
    }
    return FieldNode.read(field, owner, text);
  }

  Node staticField(Field field) {
    Class<?> owner = field.getDeclaringClass();
    Object constant = constant(owner, field);
    if (constant != null) {
      return new ConstantNode(field.getType(), constant);
    }
    return new ComputedNode(
        field.getType(),
        environment -> {
          try {
            return environment.linker().readStatic(field);
          } catch (Refusal refusal) {
            throw refusal.by("the expression", null);
          }
        });
  }

  /** The compiler copies constants; so they can be read before their class is initialised. */
  private @Nullable Object constant(Class<?> owner, Field field) {
    boolean isFinal = Modifier.isFinal(field.getModifiers());
    Object value =
        !isFinal || ClassModel.isJdk(owner)
            ? null
            : ClassModel.of(owner, classes).constant(field.getName());
    Kind kind = Kind.of(field.getType());
    if (value == null || kind == null) {
      return value instanceof String text ? text.intern() : value;
    }
    if (kind == Kind.BOOLEAN) {
      return Numbers.toInt(value) != 0;
    }
    return new CastNode(kind, ConstantNode.of(value)).value(Environment.empty());
  }

  Node element(Node array, String text, Node index) {
    Node position = Unboxing.of(index);
    Kind kind = Kind.of(position.type());
    if (kind != null && (!kind.isIntegral() || kind == Kind.LONG)) {
      throw Refusal.whole("an index is int, not " + position.type());
    }
    Class<?> component = array.type().getComponentType();
    if (component == null && array.type().isPrimitive()) {
      throw Refusal.whole("'" + text + "' is " + array.type() + ", not an array");
    }
    return new ComputedNode(
        component == null ? Object.class : component, e -> element(array, text, position, e));
  }

  private static @Nullable Object element(
      Node array, String text, Node index, Environment environment) {
    Object elements = array.value(environment);
    if (elements == null) {
      throw Refusal.whole("'" + text + "' is null");
    }
    if (!Evaluation.typeOf(elements).isArray()) {
      String type = Evaluation.typeOf(elements).getTypeName();
      throw Refusal.whole("'" + text + "' is a " + type + ", not an array");
    }
    int position = position(index, environment);
    int length = Evaluation.length(elements);
    if (position < 0 || position >= length) {
      throw Refusal.whole("Index " + position + " out of bounds for length " + length);
    }
    return Evaluation.element(elements, position);
  }

  private static int position(Node index, Environment environment) {
    if (!index.isReference()) {
      return index.asInt(environment);
    }
    Object value = index.value(environment);
    Kind kind = value == null ? null : Kind.ofBox(value.getClass());
    if (kind == null || !kind.isIntegral() || kind == Kind.LONG) {
      throw Refusal.whole("an index is int, not " + (value == null ? "null" : "an object"));
    }
    return Numbers.toInt(value);
  }
}
