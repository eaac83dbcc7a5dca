package dev.bottrace.internal.capture;

import dev.bottrace.trace.CapturedValue;
import dev.bottrace.trace.CapturedValue.Plain;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides once for each class how its objects are captured. Loads and initialises no class. */
final class Forms {
  private static final ClassValue<Form> OF_CLASS =
      new ClassValue<>() {
        @Override
        protected Form computeValue(Class<?> type) {
          return decide(type);
        }
      };

  /** Objects that evaluations made look like those of their class. */
  private static final ClassValue<ObjectForm> OF_VIRTUAL =
      new ClassValue<>() {
        @Override
        protected ObjectForm computeValue(Class<?> type) {
          return new ObjectForm(TypeNames.of(type), type);
        }
      };

  private Forms() {}

  static Form of(Class<?> type) {
    return OF_CLASS.get(type);
  }

  private static Form decide(Class<?> type) {
    if (type.isArray()) {
      return ArrayForm.of(type);
    }
    if (VirtualObject.class.isAssignableFrom(type)) {
      return Forms::captureVirtual;
    }
    Form form = ofAnyOrigin(type);
    if (form != null) {
      return form;
    }
    return JdkClasses.contain(type) ? ofJdk(type) : ofProgram(type);
  }

  private static CapturedValue captureVirtual(Object value, Walk walk) {
    return OF_VIRTUAL.get(((VirtualObject) value).type()).capture(value, walk);
  }

  /** Kinds of objects that both the JDK and the program have classes for. */
  private static @Nullable Form ofAnyOrigin(Class<?> type) {
    if (Enum.class.isAssignableFrom(type)) {
      return (value, walk) -> new Plain(((Enum<?>) value).name());
    }
    if (Throwable.class.isAssignableFrom(type)) {
      return ThrownForm.of(type);
    }
    if (Proxy.isProxyClass(type)) {
      return word(interfaceOf(type) + " proxy");
    }
    if (ClassLoader.class.isAssignableFrom(type)) {
      return word(TypeNames.of(type));
    }
    return type.isHidden() && type.getName().contains("$$Lambda") ? lambda(type) : null;
  }

  private static Form lambda(Class<?> type) {
    String name = interfaceOf(type) + " lambda";
    ObjectForm form = new ObjectForm(name, type);
    return form.isEmpty() || JdkClasses.contain(type) ? word(name) : form;
  }

  private static String interfaceOf(Class<?> type) {
    Class<?>[] interfaces = type.getInterfaces();
    return interfaces.length == 0 ? "Object" : TypeNames.of(interfaces[0]);
  }

  private static Form ofJdk(Class<?> type) {
    Form form = JdkValues.form(type);
    form = form == null ? JdkCollections.form(type) : form;
    return form == null ? word(TypeNames.of(type)) : form;
  }

  private static Form ofProgram(Class<?> type) {
    Form form = JdkCollections.formOfSubclass(type);
    return form == null ? new ObjectForm(TypeNames.of(type), type) : form;
  }

  /** Returns a form that says the same of all objects of a class. */
  private static Form word(String text) {
    Plain plain = new Plain(text);
    return (value, walk) -> plain;
  }

  /** Names the types of a method, as in {@code (String, int)void}. */
  static String signature(Class<?> result, List<Class<?>> parameters) {
    List<String> names = new ArrayList<>();
    parameters.forEach(parameter -> names.add(TypeNames.of(parameter)));
    return '(' + String.join(", ", names) + ')' + TypeNames.of(result);
  }
}
