package dev.bottrace.internal.code;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import org.jspecify.annotations.Nullable;

/** Finds the declaration of a method through which it can be called by reflection. */
final class PublicMethods {
  private PublicMethods() {}

  static Method of(Method method, Class<?> receiver) {
    if (Modifier.isPublic(method.getDeclaringClass().getModifiers())) {
      return method;
    }
    for (Class<?> c = receiver; c != null; c = c.getSuperclass()) {
      Method found = in(c, method);
      if (found != null) {
        return found;
      }
    }
    return method;
  }

  private static @Nullable Method in(Class<?> type, Method method) {
    if (Modifier.isPublic(type.getModifiers())) {
      try {
        return type.getMethod(method.getName(), method.getParameterTypes());
      } catch (NoSuchMethodException e) {
        return null;
      }
    }
    for (Class<?> parent : type.getInterfaces()) {
      Method found = in(parent, method);
      if (found != null) {
        return found;
      }
    }
    return null;
  }
}
