package dev.bottrace.internal.capture;

import dev.bottrace.trace.CapturedValue;
import dev.bottrace.trace.CapturedValue.Instance;
import dev.bottrace.trace.CapturedValue.NotCaptured;
import dev.bottrace.trace.CapturedVariable;
import dev.bottrace.trace.NotCapturedReason;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;

/**
 * Captures objects of the program by their fields. Those that JDK superclasses declare are left
 * out, and so is the link of an inner class to its outer object.
 */
final class ObjectForm extends CompositeForm {
  private static final NotCaptured NOT_READABLE =
      new NotCaptured(NotCapturedReason.NOT_READABLE, "");

  private final boolean isRecord;
  private final List<Field> fields = new ArrayList<>();
  private boolean complete = true;

  ObjectForm(String name, Class<?> type) {
    super(name);
    isRecord = type.isRecord();
    add(type);
  }

  private void add(Class<?> type) {
    Class<?> superclass = type.getSuperclass();
    if (superclass != null && !JdkClasses.contain(superclass)) {
      add(superclass);
    }
    ObjectFields own = ObjectFields.of(type);
    for (Field field : own.instance()) {
      if (!isOuterLink(field)) {
        fields.add(field);
      }
    }
    complete &= own.complete();
  }

  private static boolean isOuterLink(Field field) {
    return field.isSynthetic() && field.getName().startsWith("this$");
  }

  boolean isEmpty() {
    return fields.isEmpty() && complete;
  }

  @Override
  CapturedValue outside(Object value) {
    int omitted = fields.size();
    NotCapturedReason cut = isEmpty() ? null : NotCapturedReason.DEPTH;
    return new Instance(type(), isRecord, List.of(), omitted, cut);
  }

  @Override
  CapturedValue inside(Object value, Walk walk) {
    List<CapturedVariable> captured = new ArrayList<>(Math.min(fields.size(), 16));
    NotCapturedReason cut = complete ? null : NotCapturedReason.NOT_READABLE;
    for (Field field : fields) {
      if (captured.size() == walk.limits().fields()) {
        cut = NotCapturedReason.FIELD_COUNT;
        break;
      }
      if (!walk.take()) {
        cut = NotCapturedReason.BUDGET;
        break;
      }
      captured.add(capture(field, value, walk));
    }
    return new Instance(type(), isRecord, captured, fields.size() - captured.size(), cut);
  }

  private static CapturedVariable capture(Field field, Object object, Walk walk) {
    String name = field.getName();
    if (walk.hides(name)) {
      return walk.redacted(name);
    }
    Object value;
    try {
      value = ObjectFields.read(field, object);
    } catch (IllegalAccessException | RuntimeException e) {
      return new CapturedVariable(name, NOT_READABLE);
    }
    return new CapturedVariable(name, walk.value(value));
  }
}
