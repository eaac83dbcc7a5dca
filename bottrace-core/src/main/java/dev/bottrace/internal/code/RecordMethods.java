package dev.bottrace.internal.code;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Handle;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;

/** What the JDK generates for {@code equals}, {@code hashCode} and {@code toString} of a record. */
final class RecordMethods {
  private final Evaluation evaluation;

  RecordMethods(Evaluation evaluation) {
    this.evaluation = evaluation;
  }

  @Nullable Object call(
      Frame frame, InvokeDynamicInsnNode instruction, @Nullable Object[] arguments) {
    List<Field> components = components(frame, instruction.bsmArgs);
    Object self = arguments[0];
    if (self == null) {
      throw evaluation.exception(NullPointerException.class, null);
    }
    return switch (instruction.name) {
      case "equals" -> equal(components, self, arguments[1]);
      case "hashCode" -> hash(components, self);
      default -> text(components, self);
    };
  }

  /** The arguments are the class, the names, and a getter for each. */
  private List<Field> components(Frame frame, Object[] arguments) {
    return Arrays.stream(arguments)
        .skip(2)
        .map(getter -> component(frame.owner(), ((Handle) getter).getName()))
        .toList();
  }

  private static Field component(Class<?> type, String name) {
    Field field = Linker.field(type, name);
    if (field == null) {
      throw Refusal.of("reads field " + name + ", which is hidden");
    }
    return field;
  }

  private boolean equal(List<Field> components, Object self, @Nullable Object other) {
    if (self == other) {
      return true;
    }
    boolean same = other != null && Values.typeOf(other) == Values.typeOf(self);
    for (int i = 0; same && other != null && i < components.size(); i++) {
      Field field = components.get(i);
      same = evaluation.objects().equal(Linker.read(field, self), Linker.read(field, other));
    }
    return same;
  }

  private int hash(List<Field> components, Object self) {
    int hash = 0;
    for (Field field : components) {
      hash = 31 * hash + evaluation.objects().hash(Linker.read(field, self));
    }
    return hash;
  }

  private String text(List<Field> components, Object self) {
    Class<?> type = Values.typeOf(self);
    StringBuilder text = new StringBuilder();
    text.append(ClassModel.of(type, evaluation.linker().classes()).simpleName()).append('[');
    for (Field field : components) {
      text.append(text.charAt(text.length() - 1) == '[' ? "" : ", ");
      String value = evaluation.text(Linker.read(field, self));
      evaluation.create(value.length() + (long) field.getName().length());
      text.append(field.getName()).append('=').append(value);
    }
    return text.append(']').toString();
  }
}
