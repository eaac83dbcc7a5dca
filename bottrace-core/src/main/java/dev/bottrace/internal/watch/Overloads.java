package dev.bottrace.internal.watch;

import dev.bottrace.internal.code.Callee;
import dev.bottrace.internal.code.Linker;
import dev.bottrace.internal.code.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Chooses among methods of one name by the types of the arguments, in the phases that Java has. */
final class Overloads {
  private final Linker linker;

  Overloads(Linker linker) {
    this.linker = linker;
  }

  /** A phase. */
  private enum Phase {
    SUBTYPES,
    BOXING,
    VARARGS
  }

  /** Returns null if none fits. */
  @Nullable Choice choose(List<Callee> candidates, List<Class<?>> arguments) {
    for (Phase phase : Phase.values()) {
      List<Choice> fitting = new ArrayList<>();
      for (Callee callee : candidates) {
        Choice choice = fit(callee, arguments, phase);
        if (choice != null) {
          fitting.add(choice);
        }
      }
      if (!fitting.isEmpty()) {
        return mostSpecific(fitting);
      }
    }
    return null;
  }

  private @Nullable Choice fit(Callee callee, List<Class<?>> arguments, Phase phase) {
    List<@Nullable Class<?>> types = new ArrayList<>();
    for (String descriptor : callee.parameterDescriptors()) {
      types.add(linker.resolve(descriptor, callee.owner()));
    }
    boolean varargs = phase == Phase.VARARGS;
    Class<?> last = types.isEmpty() ? null : types.get(types.size() - 1);
    Class<?> component = last == null ? null : last.getComponentType();
    if (varargs && !spread(callee, types, arguments.size())) {
      return null;
    }
    if (types.size() != arguments.size()) {
      return null;
    }
    for (int i = 0; i < types.size(); i++) {
      if (!accepts(types.get(i), arguments.get(i), phase != Phase.SUBTYPES)) {
        return null;
      }
    }
    return new Choice(callee, types, varargs && component != null ? component : null);
  }

  /** Replaces the array at the end by as many elements as there are arguments left. */
  private static boolean spread(Callee callee, List<@Nullable Class<?>> types, int count) {
    if (!callee.isVarargs() || count < types.size() - 1) {
      return false;
    }
    Class<?> array = types.remove(types.size() - 1);
    Class<?> component = array == null ? null : array.getComponentType();
    while (types.size() < count) {
      types.add(component);
    }
    return component != null;
  }

  private static boolean accepts(@Nullable Class<?> parameter, Class<?> argument, boolean boxing) {
    if (argument == Node.NULL) {
      return parameter == null || !parameter.isPrimitive();
    }
    if (parameter == null) {
      return false;
    }
    if (isSubtype(argument, parameter)) {
      return true;
    }
    Kind kind = Kind.of(argument);
    Kind unboxed = Kind.ofBox(argument);
    return boxing
        && ((kind != null && parameter.isAssignableFrom(kind.box()))
            || (unboxed != null && isSubtype(unboxed.type(), parameter)));
  }

  private static boolean isSubtype(Class<?> type, Class<?> other) {
    Kind from = Kind.of(type);
    Kind to = Kind.of(other);
    if (from != null || to != null) {
      return from != null && to != null && from.widensTo(to);
    }
    return other.isAssignableFrom(type);
  }

  private static Choice mostSpecific(List<Choice> fitting) {
    List<Choice> best =
        fitting.stream()
            .filter(a -> fitting.stream().allMatch(b -> isMoreSpecific(a.types(), b.types())))
            .collect(Collectors.toList());
    if (best.isEmpty()) {
      throw Refusal.whole(
          "the call is ambiguous between "
              + fitting.get(0).callee()
              + fitting.get(0).callee().parameterDescriptors()
              + " and "
              + fitting.get(1).callee()
              + fitting.get(1).callee().parameterDescriptors());
    }
    return best.get(0);
  }

  private static boolean isMoreSpecific(
      List<@Nullable Class<?>> first, List<@Nullable Class<?>> second) {
    for (int i = 0; i < first.size(); i++) {
      Class<?> a = first.get(i);
      Class<?> b = second.get(i);
      if (a != b && (a == null || b == null || !isSubtype(a, b))) {
        return false;
      }
    }
    return true;
  }

  /**
   * A method that fits.
   *
   * @param callee the method
   * @param types one for each argument; null if it is not loaded
   * @param component of the array that the last ones are put into; null if there is none
   */
  record Choice(Callee callee, List<@Nullable Class<?>> types, @Nullable Class<?> component) {}
}
