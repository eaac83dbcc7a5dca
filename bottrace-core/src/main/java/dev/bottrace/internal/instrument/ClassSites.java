package dev.bottrace.internal.instrument;

import dev.bottrace.internal.instrument.ClassInstrumenter.ClassPlan;
import dev.bottrace.internal.symbol.SymbolTable;
import dev.bottrace.trace.TracedMethod;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Type;

/** The places in one class from which code is called that is not traced. */
final class ClassSites {
  /** Is no site. */
  static final int NONE = -1;

  private final ClassPlan plan;
  private final SymbolTable symbols;
  private final List<Border> borders;
  private final Map<Integer, String> owners = new TreeMap<>();

  /**
   * Begins with no site.
   *
   * @param plan the class
   * @param symbols gives ids to sites
   * @param borders which calls are of interest, to one recording each
   */
  ClassSites(ClassPlan plan, SymbolTable symbols, List<Border> borders) {
    this.plan = plan;
    this.symbols = symbols;
    this.borders = borders;
    for (int i = 0; i < plan.traced().size() && !borders.isEmpty(); i++) {
      MethodOutline method = plan.traced().get(i);
      symbols.callSites().mayLeadTo(plan.firstId() + i, parameters(method.descriptor()));
    }
  }

  private static int parameters(String descriptor) {
    return Type.getArgumentTypes(descriptor).length;
  }

  boolean isEmpty() {
    return borders.isEmpty();
  }

  /**
   * Returns the id of the call that an instruction makes; {@link #NONE} if it is of no interest.
   */
  int id(String owner, String name, String descriptor, int line) {
    if (borders.stream().noneMatch(border -> border.isCrossedBy(owner))) {
      return NONE;
    }
    TracedMethod callee =
        new TracedMethod(0, owner.replace('/', '.'), name, descriptor, plan.file(), line);
    String caller = plan.outline().internalName().replace('/', '.');
    int id = symbols.callSites().id(caller, callee, parameters(descriptor));
    if (owners.put(id, owner) == null) {
      List<String> names = SecretParameters.of(owner, name, descriptor);
      if (names != null) {
        symbols.nameParameters(id, names);
      }
      tell(owner, id);
    }
    return id;
  }

  private void tell(String owner, int id) {
    for (Border border : borders) {
      if (border.isCrossedBy(owner)) {
        border.hasSite(owner, id);
      }
    }
  }

  /** Takes note of what a dynamic call is given: it may be methods that others will call. */
  void handsOn(Object... arguments) {
    for (Object argument : arguments) {
      if (argument instanceof Handle handle) {
        borders.forEach(border -> border.isHandedOn(handle.getOwner()));
      }
    }
  }

  /** Returns the internal names of the classes that are called, by the ids of the sites. */
  Map<Integer, String> owners() {
    return owners;
  }
}
