package dev.bottrace.internal.code;

import dev.bottrace.internal.capture.VirtualObject;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Type;

/** Makes sure that a method of the JDK cannot call back into the program through its arguments. */
final class JdkArguments {
  private final Evaluation evaluation;
  private final KnownCollections known;
  private boolean byIdentity;

  JdkArguments(Evaluation evaluation, KnownCollections known) {
    this.evaluation = evaluation;
    this.known = known;
  }

  @Nullable Object[] adapt(Callee callee, String flags, @Nullable Object[] arguments) {
    Type[] parameters = callee.parameters();
    @Nullable Object[] adapted = arguments.clone();
    for (int i = 0; i < adapted.length; i++) {
      Object argument = adapted[i];
      if (!Primitives.isPrimitive(parameters[i].getDescriptor().charAt(0)) && argument != null) {
        adapted[i] = adapt(callee, flags, i, argument);
      }
    }
    return adapted;
  }

  private Object adapt(Callee callee, String flags, int index, Object argument) {
    String type = callee.parameters()[index].getDescriptor();
    if (flags.indexOf('k') >= 0 && type.equals("Ljava/lang/Object;") && isHashed(callee, index)) {
      return key(callee, argument);
    }
    if (Values.isPlain(argument)) {
      return argument;
    }
    if (type.startsWith("[")) {
      return array(callee, flags, argument);
    }
    if (type.equals("Ljava/lang/Object;")) {
      return object(callee, flags, index, argument);
    }
    return of(callee, flags, argument);
  }

  private static boolean isHashed(Callee callee, int index) {
    boolean pairs = callee.name().equals("of") && callee.owner() == Map.class;
    return pairs ? index % 2 == 0 : index == 0;
  }

  /** A collection that compares by identity must see the object itself. */
  void byIdentity(boolean identity) {
    byIdentity = identity;
  }

  private Object object(Callee callee, String flags, int index, Object argument) {
    if (flags.indexOf('~') >= 0 && index == 0 && !byIdentity) {
      return new KeyProbe(evaluation, argument);
    }
    boolean stored = flags.indexOf('!') >= 0 || flags.indexOf('k') >= 0 || flags.indexOf('~') >= 0;
    if (!stored) {
      throw refused(callee, argument);
    }
    return argument;
  }

  private Object key(Callee callee, Object argument) {
    if (!isKey(argument)) {
      throw refused(callee, argument);
    }
    return argument;
  }

  private boolean isKey(@Nullable Object argument) {
    if (argument == null || Values.isPlain(argument)) {
      return true;
    }
    // a sorted map, and a hash map with many collisions, would call compareTo
    return !Values.isInstance(Comparable.class, argument)
        && comesFromObject(argument, "hashCode", "()I")
        && comesFromObject(argument, "equals", "(Ljava/lang/Object;)Z");
  }

  private boolean comesFromObject(Object argument, String name, String descriptor) {
    Class<?> type = Values.typeOf(argument);
    Callee named = evaluation.methods().resolve(type, name, descriptor);
    Callee selected = named == null ? null : evaluation.methods().select(type, named);
    return selected != null && selected.owner() == Object.class;
  }

  private Object array(Callee callee, String flags, Object argument) {
    if (argument.getClass().isArray() && argument.getClass().getComponentType().isPrimitive()) {
      return argument;
    }
    if (callee.name().equals("toArray") && !evaluation.isOwn(argument)) {
      throw Refusal.of("calls " + callee + ", which writes into an array");
    }
    @Nullable Object[] elements = ArrayAccess.elements(argument);
    if (flags.indexOf('k') >= 0) {
      for (Object element : elements) {
        if (!isKey(element)) {
          throw refused(callee, argument);
        }
      }
    }
    return argument instanceof VirtualObject ? elements.clone() : argument;
  }

  private Object of(Callee callee, String flags, Object argument) {
    boolean text = argument instanceof StringBuilder;
    boolean taken = flags.indexOf('!') >= 0 || flags.indexOf('k') >= 0;
    Object source = known.unwrapped(argument);
    if (text || (taken && isContainer(source))) {
      return flags.indexOf('k') >= 0 ? requireKeys(callee, source) : source;
    }
    throw refused(callee, argument);
  }

  private boolean isContainer(Object argument) {
    return (argument instanceof Collection<?> || argument instanceof Map<?, ?>)
        && known.family(argument) != null;
  }

  private Object requireKeys(Callee callee, Object container) {
    Collection<?> keys =
        container instanceof Map<?, ?> map ? map.keySet() : (Collection<?>) container;
    for (Object key : keys) {
      evaluation.meter().step();
      if (!isKey(key)) {
        throw refused(callee, container);
      }
    }
    return container;
  }

  private static Refusal refused(Callee callee, Object argument) {
    String type = Values.typeOf(argument).getTypeName();
    return Refusal.of("calls " + callee + " with a " + type + ", whose methods it may call");
  }
}
