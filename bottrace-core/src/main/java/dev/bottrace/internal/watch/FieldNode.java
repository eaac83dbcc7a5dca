package dev.bottrace.internal.watch;

import dev.bottrace.internal.code.Evaluation;
import dev.bottrace.internal.code.Linker;
import dev.bottrace.internal.code.Refusal;
import java.lang.reflect.Field;
import org.jspecify.annotations.Nullable;

/** A field of an object. */
final class FieldNode extends Node {
  private final Node target;
  private final String targetText;
  private final Field field;

  FieldNode(Node target, String targetText, Field field) {
    super(field.getType());
    this.target = target;
    this.targetText = targetText;
    this.field = field;
  }

  @Override
  @Nullable Object value(Environment environment) {
    return read(field, target.value(environment), targetText);
  }

  static @Nullable Object read(Field field, @Nullable Object owner, String ownerText) {
    if (owner == null) {
      throw Refusal.whole("'" + ownerText + "' is null");
    }
    if (!field.getDeclaringClass().isAssignableFrom(Evaluation.typeOf(owner))) {
      throw Refusal.whole("'" + ownerText + "' has no field '" + field.getName() + "'");
    }
    try {
      return Linker.read(field, owner);
    } catch (Refusal refusal) {
      throw refusal.by("the expression", null);
    }
  }
}
