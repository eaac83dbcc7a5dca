package dev.bottrace.internal.code;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What {@code toString()} returns. */
final class TextForm {
  private final Evaluation evaluation;
  private final ObjectMethods objects;

  TextForm(Evaluation evaluation, ObjectMethods objects) {
    this.evaluation = evaluation;
    this.objects = objects;
  }

  String of(@Nullable Object value) {
    if (value instanceof String string) {
      return string;
    }
    if (value == null || Values.isValue(value)) {
      return ofValue(value);
    }
    return String.valueOf(objects.invoke(value, "toString", "()Ljava/lang/String;"));
  }

  private String ofValue(@Nullable Object value) {
    if (value instanceof BigInteger || value instanceof BigDecimal) {
      JdkCosts.requireHandy(value);
    }
    return charged(String.valueOf(value));
  }

  private String charged(String text) {
    evaluation.create(text.length());
    return text;
  }

  /** The method that was selected belongs to the JDK. */
  String byJdk(Callee target, Object object) {
    if (Values.isValue(object)) {
      return ofValue(object);
    }
    if (object instanceof Enum<?> constant) {
      return constant.name();
    }
    if (object instanceof Class<?> type) {
      return charged(type.toString());
    }
    if (object instanceof StringBuilder builder) {
      evaluation.create(builder.length());
      return builder.toString();
    }
    if (Values.isInstance(Throwable.class, object)) {
      return ofThrowable(object);
    }
    if (target.owner() != Object.class) {
      return ofContent(target, object);
    }
    String type = Values.typeOf(object).getTypeName();
    throw Refusal.of(
        "calls " + target + " on " + type + ", which shows an identity that differs between runs");
  }

  private String ofThrowable(Object object) {
    Object message = objects.invoke(object, "getLocalizedMessage", "()Ljava/lang/String;");
    String name = Values.typeOf(object).getName();
    return charged(message == null ? name : name + ": " + message);
  }

  private String ofContent(Callee target, Object object) {
    evaluation.meter().enter();
    try {
      if (object instanceof Optional<?> optional) {
        return optional.isPresent() ? "Optional[" + of(optional.get()) + "]" : "Optional.empty";
      }
      if (object instanceof Collection<?>) {
        return ofCollection(object);
      }
      if (object instanceof Map<?, ?>) {
        return ofMap(object);
      }
      if (object instanceof Map.Entry<?, ?> entry && JdkTable.isEntry(object.getClass())) {
        return of(entry.getKey()) + "=" + of(entry.getValue());
      }
      if (object instanceof Number && JdkTable.isKnown(object.getClass())) {
        return charged(object.toString());
      }
      throw Refusal.of("calls " + target + ", which is not known to be harmless");
    } finally {
      evaluation.meter().leave();
    }
  }

  private String ofCollection(Object collection) {
    List<?> elements = objects.elements(collection);
    StringBuilder text = new StringBuilder("[");
    for (Iterator<?> i = elements.iterator(); i.hasNext(); ) {
      Object element = i.next();
      append(text, element == collection ? "(this Collection)" : of(element));
      append(text, i.hasNext() ? ", " : "");
    }
    return text.append(']').toString();
  }

  private String ofMap(Object map) {
    StringBuilder text = new StringBuilder("{");
    for (Iterator<Map.Entry<?, ?>> i = objects.map(map).iterator(); i.hasNext(); ) {
      Map.Entry<?, ?> entry = i.next();
      append(text, entry.getKey() == map ? "(this Map)" : of(entry.getKey()));
      append(text, "=");
      append(text, entry.getValue() == map ? "(this Map)" : of(entry.getValue()));
      append(text, i.hasNext() ? ", " : "");
    }
    return text.append('}').toString();
  }

  private void append(StringBuilder text, String part) {
    evaluation.create(part.length());
    text.append(part);
  }
}
