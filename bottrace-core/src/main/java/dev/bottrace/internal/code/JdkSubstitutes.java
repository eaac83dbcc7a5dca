package dev.bottrace.internal.code;

import dev.bottrace.internal.capture.VirtualObject;
import java.lang.reflect.Field;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Methods of the JDK that are done here, as the real ones would call methods of the program. */
final class JdkSubstitutes {
  private final Evaluation evaluation;

  JdkSubstitutes(Evaluation evaluation) {
    this.evaluation = evaluation;
  }

  boolean has(Callee callee, @Nullable Object receiver) {
    return switch (callee.owner().getName()) {
      case "java.util.Objects" -> isObjectMethod(callee.name());
      case "java.lang.System" -> true;
      case "java.lang.Class" -> isClassMethod(callee.name());
      case "java.lang.String" -> takesObjects(callee);
      case "java.lang.Enum" -> callee.name().equals("valueOf");
      default -> isObjectText(callee, receiver) || isOtherGet(callee, receiver);
    };
  }

  private static boolean isObjectMethod(String name) {
    return switch (name) {
      case "equals", "hashCode", "hash", "toString" -> true;
      default -> false;
    };
  }

  private static boolean isClassMethod(String name) {
    return switch (name) {
      case "isInstance", "getSimpleName" -> true;
      default -> false;
    };
  }

  private static boolean takesObjects(Callee callee) {
    return callee.name().equals("join") || callee.descriptor().startsWith("(Ljava/lang/Object;)");
  }

  private static boolean isObjectText(Callee callee, @Nullable Object receiver) {
    boolean takesObject = callee.descriptor().contains("Ljava/lang/Object;)");
    return receiver instanceof StringBuilder && takesObject;
  }

  /** In access order, a real one would move the entry. */
  private static boolean isOtherGet(Callee callee, @Nullable Object receiver) {
    return receiver != null
        && receiver.getClass() == LinkedHashMap.class
        && (callee.name().equals("get") || callee.name().equals("getOrDefault"));
  }

  @Nullable Object call(Callee callee, @Nullable Object receiver, @Nullable Object[] arguments) {
    return switch (callee.name()) {
      case "equals" -> evaluation.objects().equal(arguments[0], arguments[1]);
      case "hashCode" -> evaluation.objects().hash(arguments[0]);
      case "hash" -> hash(arguments[0]);
      case "toString" -> toText(arguments);
      case "valueOf" -> valueOf(arguments);
      case "copyValueOf" -> throw Refusal.of("calls " + callee);
      case "join" -> join(arguments);
      case "arraycopy" -> ArrayAccess.copy(evaluation, arguments);
      case "isInstance" -> isInstance((Class<?>) Objects.requireNonNull(receiver), arguments[0]);
      case "getSimpleName" -> simpleName((Class<?>) Objects.requireNonNull(receiver));
      case "append", "insert" -> append(Objects.requireNonNull(receiver), arguments);
      case "get", "getOrDefault" -> get((Map<?, ?>) Objects.requireNonNull(receiver), arguments);
      default -> throw Refusal.of("calls " + callee + ", which is not known to be harmless");
    };
  }

  private int hash(@Nullable Object array) {
    int hash = 1;
    for (Object element : array == null ? new Object[0] : ArrayAccess.elements(array)) {
      hash = 31 * hash + evaluation.objects().hash(element);
    }
    return hash;
  }

  private String toText(@Nullable Object[] arguments) {
    boolean replaced = arguments.length > 1 && arguments[0] == null;
    return evaluation.text(arguments[replaced ? 1 : 0]);
  }

  private String join(@Nullable Object[] arguments) {
    String separator = evaluation.text(arguments[0]);
    StringJoiner joined = new StringJoiner(separator);
    Object parts = arguments[1];
    if (parts == null || arguments[0] == null) {
      throw evaluation.exception(NullPointerException.class, "null is joined");
    }
    Object[] elements =
        Values.typeOf(parts).isArray()
            ? ArrayAccess.elements(parts)
            : evaluation.objects().elements(parts).toArray();
    for (Object part : elements) {
      String text = evaluation.text(part);
      evaluation.create(text.length() + (long) separator.length());
      joined.add(text);
    }
    return joined.toString();
  }

  /** The real one of an enum calls its method {@code values()}. */
  private @Nullable Object valueOf(@Nullable Object[] arguments) {
    if (arguments.length == 1) {
      return evaluation.text(arguments[0]);
    }
    if (!(arguments[0] instanceof Class<?> type) || !(arguments[1] instanceof String name)) {
      throw evaluation.exception(NullPointerException.class, "Name is null");
    }
    Field field = Linker.field(type, name);
    if (field == null || !field.isEnumConstant()) {
      throw evaluation.exception(
          IllegalArgumentException.class,
          "No enum constant " + type.getName().replace('$', '.') + "." + name);
    }
    return evaluation.linker().readStatic(field);
  }

  private static boolean isInstance(Class<?> type, @Nullable Object object) {
    return object != null && Values.isInstance(type, object);
  }

  private String simpleName(Class<?> type) {
    if (type.isArray()) {
      return simpleName(type.getComponentType()) + "[]";
    }
    return type.isPrimitive()
        ? type.getName()
        : ClassModel.of(type, evaluation.linker().classes()).simpleName();
  }

  private Object append(Object receiver, @Nullable Object[] arguments) {
    StringBuilder builder = (StringBuilder) receiver;
    String text = evaluation.text(arguments[arguments.length - 1]);
    evaluation.create(text.length());
    if (arguments.length == 1) {
      return builder.append(text);
    }
    int offset = arguments[0] instanceof Integer number ? number : -1;
    if (offset < 0 || offset > builder.length()) {
      throw evaluation.exception(StringIndexOutOfBoundsException.class, "offset " + offset);
    }
    return builder.insert(offset, text);
  }

  private @Nullable Object get(Map<?, ?> map, @Nullable Object[] arguments) {
    Object other = arguments.length > 1 ? arguments[1] : null;
    if (arguments[0] == null) {
      return find(map, null, other);
    }
    KeyProbe probe = new KeyProbe(evaluation, arguments[0]);
    return map.containsKey(probe) ? find(map, probe.match(), other) : other;
  }

  private @Nullable Object find(Map<?, ?> map, @Nullable Object key, @Nullable Object other) {
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      evaluation.meter().step();
      if (entry.getKey() == key) {
        return entry.getValue();
      }
    }
    return other;
  }

  /** Only exceptions inherit methods that can do without a real object. */
  @Nullable Object onVirtual(Callee callee, VirtualObject receiver, @Nullable Object[] arguments) {
    if (!(receiver instanceof VirtualInstance instance) || !instance.isThrowable()) {
      String type = receiver.type().getTypeName();
      throw Refusal.of("calls " + callee + " on a new " + type + ", which is not supported");
    }
    switch (callee.name()) {
      case "getMessage", "getLocalizedMessage" -> {
        return callee.name().equals("getMessage")
            ? instance.message()
            : evaluation.objects().message(instance);
      }
      case "getCause" -> {
        return instance.cause();
      }
      case "fillInStackTrace" -> {
        return instance;
      }
      case "initCause" -> {
        instance.cause(arguments[0]);
        return instance;
      }
      case "addSuppressed" -> {
        return null;
      }
      default -> throw Refusal.of("calls " + callee + ", which is not known to be harmless");
    }
  }

  /** Does what the constructor of a superclass in the JDK does to a new object of the program. */
  void construct(VirtualInstance created, Callee constructor, @Nullable Object[] arguments) {
    Class<?> owner = constructor.owner();
    if (owner == Object.class || owner == Record.class) {
      return;
    }
    if (!created.isThrowable()) {
      throw Refusal.of("creates a " + created.type().getTypeName() + ", which extends " + owner);
    }
    for (Object argument : arguments) {
      if (argument instanceof String) {
        created.message(argument);
      } else if (argument != null && Values.isInstance(Throwable.class, argument)) {
        created.cause(argument);
        boolean only = arguments.length == 1;
        created.message(only ? evaluation.text(argument) : created.message());
      } else if (argument != null && !(argument instanceof Boolean)) {
        created.message(evaluation.text(argument));
      }
    }
  }
}
