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
      return new LengthNode(target, text);
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
    return value == null ? null : constant(field.getType(), value);
  }

  /** Returns a constant as a field of a type holds it; class files have no narrower ints. */
  static Object constant(Class<?> type, Object value) {
    Kind kind = Kind.of(type);
    if (kind == null) {
      return value instanceof String text ? text.intern() : value;
    }
    return kind == Kind.BOOLEAN
        ? Numbers.toInt(value) != 0
        : new CastNode(kind, ConstantNode.of(value)).value(Environment.empty());
  }

  static Node element(Node array, String text, Node index) {
    Node position = Unboxing.of(index);
    Kind kind = Kind.of(position.type());
    if (kind != null && (!kind.isIntegral() || kind == Kind.LONG)) {
      throw Refusal.whole("an index is int, not " + position.type());
    }
    Class<?> component = array.type().getComponentType();
    if (component == null && array.type().isPrimitive()) {
      throw Refusal.whole("'" + text + "' is " + array.type() + ", not an array");
    }
    return new ElementNode(component == null ? Object.class : component, array, text, position);
  }
}
