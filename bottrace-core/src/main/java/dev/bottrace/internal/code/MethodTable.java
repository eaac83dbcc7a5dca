package dev.bottrace.internal.code;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds methods in a class and in what it inherits from, by the JVM's rules. Safe for use by any
 * number of threads.
 */
public final class MethodTable {
  private final ProgramClasses classes;
  private final Map<Selection, Callee> selected = new ConcurrentHashMap<>();

  /** What decides which method runs. */
  private record Selection(Class<?> receiver, Callee called) {}

  MethodTable(ProgramClasses classes) {
    this.classes = classes;
  }

  /**
   * Collects the methods that a call by name may mean, without those that are overridden.
   *
   * @param type the class to start in
   * @param name of the methods
   * @return in no order that means something
   */
  public List<Callee> named(Class<?> type, String name) {
    Map<String, Callee> found = new LinkedHashMap<>();
    for (Class<?> c : lineage(type)) {
      for (Callee callee : ClassModel.of(c, classes).methods()) {
        if (callee.name().equals(name) && isCallable(callee)) {
          found.merge(callee.parameterDescriptors().toString(), callee, MethodTable::better);
        }
      }
    }
    return new ArrayList<>(found.values());
  }

  /** Those of classes come before those of interfaces; one that can be called from here wins. */
  private static Callee better(Callee first, Callee second) {
    boolean hidden = ClassModel.isJdk(first.owner()) && !isPublic(first.owner());
    return hidden && isPublic(second.owner()) ? second : first;
  }

  private static boolean isCallable(Callee callee) {
    return !callee.isSynthetic() && (callee.isPublic() || !ClassModel.isJdk(callee.owner()));
  }

  private static boolean isPublic(Class<?> type) {
    return java.lang.reflect.Modifier.isPublic(type.getModifiers());
  }

  /** The class, its superclasses, then all interfaces, those of subclasses first. */
  private static List<Class<?>> lineage(Class<?> type) {
    List<Class<?>> lineage = new ArrayList<>();
    for (Class<?> c = type.isArray() ? Object.class : type; c != null; c = c.getSuperclass()) {
      lineage.add(c);
    }
    for (int i = 0; i < lineage.size(); i++) {
      for (Class<?> parent : lineage.get(i).getInterfaces()) {
        if (!lineage.contains(parent)) {
          lineage.add(parent);
        }
      }
    }
    if (type.isInterface()) {
      lineage.add(Object.class);
    }
    return lineage;
  }

  /** Finds the method that a symbolic reference means. */
  @Nullable Callee resolve(Class<?> owner, String name, String descriptor) {
    for (Class<?> c : lineage(owner)) {
      Callee callee = ClassModel.of(c, classes).method(name, descriptor);
      if (callee != null) {
        return callee;
      }
    }
    return null;
  }

  /** Finds the method that runs when one is called on an object of a class. */
  @Nullable Callee select(Class<?> receiver, Callee called) {
    if (called.isPrivate()) {
      return called;
    }
    Selection selection = new Selection(receiver, called);
    Callee known = selected.get(selection);
    if (known == null) {
      known = search(receiver, called);
      if (known != null) {
        selected.put(selection, known);
      }
    }
    return known;
  }

  private @Nullable Callee search(Class<?> receiver, Callee called) {
    Callee best = null;
    for (Class<?> c : lineage(receiver)) {
      Callee callee = ClassModel.of(c, classes).method(called.name(), called.descriptor());
      if (callee != null && !callee.isStatic() && !callee.isPrivate() && overrides(callee, best)) {
        best = callee;
      }
    }
    return best;
  }

  private static boolean overrides(Callee callee, @Nullable Callee best) {
    if (best == null) {
      return true;
    }
    boolean fromClass = !best.owner().isInterface();
    boolean moreSpecific = best.owner().isAssignableFrom(callee.owner());
    return !fromClass && !callee.isAbstract() && (best.isAbstract() || moreSpecific);
  }
}
