package dev.bottrace.internal.code;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The methods that every object has, without running code of the program: those of the program are
 * interpreted, those of collections done again here, element by element.
 */
final class ObjectMethods {
  static final Set<String> SIGNATURES =
      Set.of(
          "equals(Ljava/lang/Object;)Z",
          "hashCode()I",
          "toString()Ljava/lang/String;",
          "getClass()Ljava/lang/Class;",
          "clone()Ljava/lang/Object;");

  private final Evaluation evaluation;
  private final TextForm texts;

  ObjectMethods(Evaluation evaluation) {
    this.evaluation = evaluation;
    this.texts = new TextForm(evaluation, this);
  }

  @Nullable Object call(Callee target, Object receiver, @Nullable Object[] arguments) {
    return switch (target.name()) {
      case "equals" -> equalByJdk(target, receiver, arguments[0]);
      case "hashCode" -> hashByJdk(target, receiver);
      case "toString" -> texts.byJdk(target, receiver);
      case "getClass" -> Values.typeOf(receiver);
      default -> copy(receiver);
    };
  }

  private Object copy(Object receiver) {
    if (Values.typeOf(receiver).isArray()) {
      return ArrayAccess.copy(evaluation, receiver);
    }
    throw Refusal.of("calls clone() on " + Values.typeOf(receiver).getTypeName());
  }

  String text(@Nullable Object value) {
    return texts.of(value);
  }

  @Nullable Object message(Object exception) {
    return invoke(exception, "getMessage", "()Ljava/lang/String;");
  }

  /** Calls a method of any object by its signature. */
  @Nullable Object invoke(
      Object receiver, String name, String descriptor, @Nullable Object... arguments) {
    return evaluation.dispatch(find(receiver, name, descriptor), receiver, arguments, true);
  }

  private Callee find(Object receiver, String name, String descriptor) {
    Callee callee = evaluation.methods().resolve(Values.typeOf(receiver), name, descriptor);
    if (callee == null) {
      throw Refusal.of("calls " + name + "(), which is not known");
    }
    return callee;
  }

  boolean equal(@Nullable Object a, @Nullable Object b) {
    if (a == b || a == null || b == null) {
      return a == b;
    }
    if (Values.isValue(a)) {
      return a.equals(b);
    }
    if (Values.isIdentity(a)) {
      return false;
    }
    return Boolean.TRUE.equals(invoke(a, "equals", "(Ljava/lang/Object;)Z", b));
  }

  private boolean equalByJdk(Callee target, Object a, @Nullable Object b) {
    if (Values.isValue(a)) {
      return a.equals(b);
    }
    if (a == b || b == null || Values.isIdentity(a) || target.owner() == Object.class) {
      return a == b;
    }
    if (a instanceof Optional<?> left) {
      return b instanceof Optional<?> right && equal(left.orElse(null), right.orElse(null));
    }
    if (a instanceof List<?>) {
      return b instanceof List<?> && equalElements(elements(a), elements(b));
    }
    if (a instanceof Set<?>) {
      return b instanceof Set<?> && equalSets(a, elements(b));
    }
    if (a instanceof Map<?, ?>) {
      return b instanceof Map<?, ?> && equalMaps(a, map(b));
    }
    if (a instanceof Map.Entry<?, ?> left && JdkTable.isEntry(a.getClass())) {
      return b instanceof Map.Entry<?, ?> right && isEntry(right) && equalEntries(left, right);
    }
    throw Refusal.of("calls " + target + ", which is not known to be harmless");
  }

  private static boolean isEntry(Map.Entry<?, ?> entry) {
    return JdkTable.isEntry(entry.getClass());
  }

  private boolean equalEntries(Map.Entry<?, ?> a, Map.Entry<?, ?> b) {
    return equal(a.getKey(), b.getKey()) && equal(a.getValue(), b.getValue());
  }

  private boolean equalElements(List<?> a, List<?> b) {
    boolean same = a.size() == b.size();
    for (int i = 0; same && i < a.size(); i++) {
      same = equal(a.get(i), b.get(i));
    }
    return same;
  }

  private boolean equalSets(Object set, List<?> others) {
    boolean same = elements(set).size() == others.size();
    for (int i = 0; same && i < others.size(); i++) {
      same = Boolean.TRUE.equals(invokeOn(Set.class, set, "contains", others.get(i)));
    }
    return same;
  }

  private boolean equalMaps(Object map, List<Map.Entry<?, ?>> others) {
    boolean same = map(map).size() == others.size();
    for (int i = 0; same && i < others.size(); i++) {
      Object key = others.get(i).getKey();
      same =
          Boolean.TRUE.equals(invokeOn(Map.class, map, "containsKey", key))
              && equal(invokeOn(Map.class, map, "get", key), others.get(i).getValue());
    }
    return same;
  }

  private @Nullable Object invokeOn(
      Class<?> type, Object receiver, String name, @Nullable Object argument) {
    Callee callee = evaluation.methods().named(type, name).get(0);
    return evaluation.dispatch(callee, receiver, new Object[] {argument}, true);
  }

  /** Returns the elements of a collection whose iterator is known to be one of the JDK. */
  List<?> elements(Object collection) {
    return evaluation.jdk().elements((Collection<?>) collection);
  }

  List<Map.Entry<?, ?>> map(Object map) {
    return evaluation.jdk().entries((Map<?, ?>) map);
  }

  int hash(@Nullable Object value) {
    if (value == null || Values.isValue(value)) {
      return value == null ? 0 : value.hashCode();
    }
    Object hash = invoke(value, "hashCode", "()I");
    return hash instanceof Integer number ? number : 0;
  }

  private int hashByJdk(Callee target, Object a) {
    if (Values.isValue(a)) {
      return a.hashCode();
    }
    if (!Values.isIdentity(a)) {
      if (a instanceof Optional<?> optional) {
        return hash(optional.orElse(null));
      }
      if (a instanceof List<?>) {
        return listHash(elements(a));
      }
      if (a instanceof Set<?>) {
        return elements(a).stream().mapToInt(this::hash).sum();
      }
      if (a instanceof Map<?, ?>) {
        return map(a).stream().mapToInt(this::entryHash).sum();
      }
      if (a instanceof Map.Entry<?, ?> entry && isEntry(entry)) {
        return entryHash(entry);
      }
    }
    String type = Values.typeOf(a).getTypeName();
    throw Refusal.of("calls " + target + " on " + type + ", an identity that differs between runs");
  }

  private int entryHash(Map.Entry<?, ?> entry) {
    return hash(entry.getKey()) ^ hash(entry.getValue());
  }

  private int listHash(List<?> elements) {
    int hash = 1;
    for (Object element : elements) {
      hash = 31 * hash + hash(element);
    }
    return hash;
  }

  /** The hash by which a collection has stored it, which may be its identity. */
  int hashForLookup(Object key) {
    Callee target = evaluation.methods().select(Values.typeOf(key), find(key, "hashCode", "()I"));
    boolean byIdentity = target != null && target.owner() == Object.class;
    return byIdentity || Values.isIdentity(key) ? key.hashCode() : hash(key);
  }

  int compare(Object a, Object b) {
    if (!Values.isInstance(Comparable.class, a)) {
      throw evaluation.exception(
          ClassCastException.class, Values.typeOf(a).getTypeName() + " is not Comparable");
    }
    Object order = invoke(a, "compareTo", "(Ljava/lang/Object;)I", b);
    return order instanceof Integer number ? number : 0;
  }
}
