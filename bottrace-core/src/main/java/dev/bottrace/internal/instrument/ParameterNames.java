package dev.bottrace.internal.instrument;

import dev.bottrace.internal.instrument.ClassInstrumenter.ClassPlan;
import dev.bottrace.internal.symbol.SiteVariable;
import dev.bottrace.internal.symbol.SymbolTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Finds out what the parameters of traced methods are called. */
final class ParameterNames {
  private final ClassPlan plan;
  private final SymbolTable symbols;

  ParameterNames(ClassPlan plan, SymbolTable symbols) {
    this.plan = plan;
    this.symbols = symbols;
  }

  /** Reads the names from the class file. */
  void read(ClassReader reader) {
    Map<String, Names> found = new HashMap<>();
    reader.accept(new Collector(found), ClassReader.SKIP_FRAMES);
    for (int i = 0; i < plan.traced().size(); i++) {
      MethodOutline method = plan.traced().get(i);
      Names names = found.getOrDefault(method.key(), new Names());
      symbols.nameParameters(plan.firstId() + i, names.of(method));
    }
  }

  /** What one method says of its parameters. */
  private static final class Names extends MethodVisitor {
    private final Map<Integer, String> bySlot = new HashMap<>();
    private final List<@Nullable String> declared = new ArrayList<>();
    private final Set<Label> begin = new HashSet<>();
    private boolean begun;

    Names() {
      super(Opcodes.ASM9);
    }

    @Override
    public void visitParameter(@Nullable String name, int access) {
      declared.add(name);
    }

    @Override
    public void visitLabel(Label label) {
      if (!begun) {
        begin.add(label);
        begun = true; // labels of one place are one label
      }
    }

    @Override
    public void visitLocalVariable(
        String name,
        String descriptor,
        @Nullable String signature,
        Label start,
        Label end,
        int index) {
      if (begin.contains(start)) {
        bySlot.put(index, name);
      }
    }

    List<String> of(MethodOutline method) {
      List<String> names = new ArrayList<>();
      List<SiteVariable> parameters = method.parameters();
      for (int i = 0; i < parameters.size(); i++) {
        String known = declared.size() == parameters.size() ? declared.get(i) : null;
        String local = bySlot.get(parameters.get(i).slot());
        names.add(local != null ? local : known != null ? known : parameters.get(i).name());
      }
      return names;
    }
  }

  /** Visits the methods of a class. */
  private static final class Collector extends ClassVisitor {
    private final Map<String, Names> found;

    Collector(Map<String, Names> found) {
      super(Opcodes.ASM9);
      this.found = found;
    }

    @Override
    public MethodVisitor visitMethod(
        int access,
        String name,
        String descriptor,
        @Nullable String signature,
        String @Nullable [] exceptions) {
      Names names = new Names();
      found.put(name + descriptor, names);
      return names;
    }
  }
}
