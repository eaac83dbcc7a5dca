package dev.bottrace.internal.code;

import dev.bottrace.internal.capture.VirtualObject;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Calls methods of the JDK for real, those that are known to be harmless on known objects. */
final class JdkCalls {
  private final Evaluation evaluation;
  private final JdkArguments adaptation;
  private final JdkSubstitutes substitutes;
  private final JdkCosts costs;
  private final KnownCollections known;

  JdkCalls(Evaluation evaluation) {
    this.evaluation = evaluation;
    this.known = new KnownCollections(evaluation);
    this.adaptation = new JdkArguments(evaluation, known);
    this.substitutes = new JdkSubstitutes(evaluation);
    this.costs = new JdkCosts(evaluation.meter());
  }

  @Nullable Object call(Callee callee, @Nullable Object receiver, @Nullable Object[] arguments) {
    if (receiver instanceof VirtualObject virtual) {
      return substitutes.onVirtual(callee, virtual, arguments);
    }
    Object unwrapped = receiver == null ? null : known.unwrapped(receiver);
    String flags = flags(callee, unwrapped);
    if (flags == null) {
      throw refused(callee, unwrapped);
    }
    requireOwn(callee, flags, unwrapped, arguments);
    known.requireNaturalOrder(callee, unwrapped);
    if (substitutes.has(callee, unwrapped)) {
      return substitutes.call(callee, unwrapped, arguments);
    }
    costs.charge(callee, flags, unwrapped, arguments);
    adaptation.byIdentity(unwrapped instanceof IdentityHashMap<?, ?>);
    @Nullable Object[] adapted = adaptation.adapt(callee, flags, arguments);
    Object result = invoke(method(callee, unwrapped), unwrapped, adapted);
    if (result != null && callee.name().startsWith("unmodifiable") && adapted[0] != null) {
      known.wrap(result, adapted[0]);
    }
    return flags.indexOf('*') >= 0 && result != null ? evaluation.own(result) : result;
  }

  private @Nullable String flags(Callee callee, @Nullable Object receiver) {
    String family = receiver == null ? callee.owner().getName() : known.family(receiver);
    return family == null ? null : JdkTable.flags(family, callee.name());
  }

  private static Refusal refused(Callee callee, @Nullable Object receiver) {
    boolean other = receiver != null && receiver.getClass() != callee.owner();
    String on = receiver != null && other ? " on " + receiver.getClass().getTypeName() : "";
    return Refusal.of("calls " + callee + on + ", which is not known to be harmless");
  }

  private void requireOwn(
      Callee callee, String flags, @Nullable Object receiver, @Nullable Object[] arguments) {
    Object written = receiver != null || arguments.length == 0 ? receiver : arguments[0];
    if (flags.indexOf('+') >= 0 && written != null && !evaluation.isOwn(written)) {
      throw Refusal.of("calls " + callee + ", which changes a " + written.getClass().getTypeName());
    }
  }

  /** Creates an object whose class is on the list. */
  Object construct(Callee constructor, @Nullable Object[] arguments) {
    String flags = JdkTable.flags(constructor.owner().getName(), "<init>");
    if (flags == null) {
      throw Refusal.of("creates a " + constructor.owner().getTypeName());
    }
    costs.charge(constructor, flags, null, arguments);
    adaptation.byIdentity(false);
    @Nullable Object[] adapted = adaptation.adapt(constructor, flags, arguments);
    Object created = invoke(constructor.reflected(), null, adapted);
    return evaluation.own(created == null ? new Object() : created);
  }

  void construct(VirtualInstance created, Callee constructor, @Nullable Object[] arguments) {
    substitutes.construct(created, constructor, arguments);
  }

  private static @Nullable Executable method(Callee callee, @Nullable Object receiver) {
    return receiver != null && callee.reflected() instanceof Method method
        ? PublicMethods.of(method, receiver.getClass())
        : callee.reflected();
  }

  private @Nullable Object invoke(
      @Nullable Executable executable, @Nullable Object receiver, @Nullable Object[] arguments) {
    try {
      if (executable instanceof Constructor<?> constructor) {
        return constructor.newInstance(arguments);
      }
      return executable instanceof Method method ? method.invoke(receiver, arguments) : null;
    } catch (InvocationTargetException e) {
      throw thrown(e.getCause());
    } catch (ReflectiveOperationException | IllegalArgumentException e) {
      throw Refusal.of("calls " + executable + ", which cannot be called here");
    }
  }

  private static RuntimeException thrown(@Nullable Throwable cause) {
    if (cause instanceof Refusal refusal) {
      return refusal;
    }
    if (cause instanceof Thrown thrown) {
      return thrown;
    }
    if (cause instanceof VirtualMachineError error) {
      throw error;
    }
    return new Thrown(cause == null ? new IllegalStateException() : cause);
  }

  List<?> elements(Collection<?> collection) {
    Collection<?> source = (Collection<?>) known.unwrapped(collection);
    if (known.family(source) == null) {
      throw Refusal.of("looks into a " + collection.getClass().getTypeName());
    }
    return copy(source.iterator());
  }

  List<Map.Entry<?, ?>> entries(Map<?, ?> map) {
    Map<?, ?> source = (Map<?, ?>) known.unwrapped(map);
    if (known.family(source) == null) {
      throw Refusal.of("looks into a " + map.getClass().getTypeName());
    }
    Set<? extends Map.Entry<?, ?>> entries = source.entrySet();
    return copy(entries.iterator());
  }

  private <T> List<T> copy(Iterator<? extends T> elements) {
    List<T> copy = new java.util.ArrayList<>();
    try {
      while (elements.hasNext()) {
        evaluation.meter().step();
        evaluation.create(1);
        copy.add(elements.next());
      }
    } catch (Refusal e) {
      throw e;
    } catch (RuntimeException e) {
      throw new Thrown(e); // another thread changes the collection
    }
    return copy;
  }
}
