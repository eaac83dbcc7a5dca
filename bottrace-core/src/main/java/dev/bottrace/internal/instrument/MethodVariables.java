package dev.bottrace.internal.instrument;

import dev.bottrace.internal.symbol.SiteVariable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.LocalVariableNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.ParameterNode;
import org.objectweb.asm.tree.analysis.BasicValue;
import org.objectweb.asm.tree.analysis.Frame;

/** Knows which variables of a method exist, and are assigned, at an instruction. */
final class MethodVariables {
  private final MethodNode method;
  private final CodeFlow flow;
  private final List<Scope> scopes = new ArrayList<>();
  private final List<SiteVariable> arguments;
  private final boolean named;

  /** A variable, from one instruction to before another one. */
  private record Scope(SiteVariable variable, int start, int end) {}

  /**
   * Reads the table of variables.
   *
   * @param flow of the method, as it was before anything was inserted
   * @param classNamesVariables whether any method of the class has such a table
   */
  MethodVariables(String owner, MethodNode method, CodeFlow flow, boolean classNamesVariables) {
    this.method = method;
    this.flow = flow;
    this.named = classNamesVariables;
    this.arguments = arguments(owner, method);
    if (method.localVariables != null) {
      for (LocalVariableNode node : method.localVariables) {
        scopes.add(
            new Scope(
                new SiteVariable(node.name, node.desc, node.index),
                method.instructions.indexOf(node.start),
                method.instructions.indexOf(node.end)));
      }
    }
    scopes.sort(Comparator.comparingInt(scope -> scope.variable().slot()));
  }

  private static List<SiteVariable> arguments(String owner, MethodNode method) {
    List<SiteVariable> arguments = new ArrayList<>();
    int slot = 0;
    if ((method.access & Opcodes.ACC_STATIC) == 0) {
      arguments.add(new SiteVariable("this", 'L' + owner + ';', slot++));
    }
    Type[] types = Type.getArgumentTypes(method.desc);
    for (int i = 0; i < types.length; i++) {
      arguments.add(
          new SiteVariable(name(method, types.length, i), types[i].getDescriptor(), slot));
      slot += types[i].getSize();
    }
    return arguments;
  }

  /** Returns the name of a parameter as {@code -parameters} keeps it, or one by its number. */
  private static String name(MethodNode method, int count, int index) {
    List<ParameterNode> known = method.parameters;
    String name = known != null && known.size() == count ? known.get(index).name : null;
    return name == null ? "arg" + index : name;
  }

  /** Tells whether the class says what variables are called. */
  boolean named() {
    return named || (arguments.isEmpty() && method.maxLocals == 0);
  }

  /** Returns those at an instruction, by slot. */
  List<SiteVariable> at(int instruction) {
    Frame<BasicValue> frame = flow.frame(instruction);
    List<SiteVariable> variables = new ArrayList<>();
    if (frame == null) {
      return variables;
    }
    if (!named) {
      arguments.stream().filter(argument -> holds(frame, argument)).forEach(variables::add);
      return variables;
    }
    for (Scope scope : scopes) {
      if (scope.start() <= instruction
          && instruction < scope.end()
          && holds(frame, scope.variable())
          && isLast(scope.variable(), variables)) {
        variables.add(scope.variable());
      }
    }
    return variables;
  }

  private static boolean isLast(SiteVariable variable, List<SiteVariable> variables) {
    return variables.stream().noneMatch(known -> known.slot() == variable.slot());
  }

  /** Returns the parameters under their names, as far as these are known; {@code this} first. */
  List<SiteVariable> parameters() {
    List<SiteVariable> parameters = new ArrayList<>();
    int first = flow.instructionFrom(0);
    for (SiteVariable argument : arguments) {
      SiteVariable known = argument;
      for (Scope scope : scopes) {
        if (scope.variable().slot() == argument.slot()
            && scope.start() <= first
            && scope.variable().descriptor().equals(argument.descriptor())) {
          known = scope.variable();
        }
      }
      parameters.add(known);
    }
    return parameters;
  }

  /** Tells whether a slot is that of a variable of a kind anywhere in the method. */
  boolean isVariable(int slot, int storeOpcode) {
    List<SiteVariable> candidates =
        named ? scopes.stream().map(Scope::variable).toList() : arguments;
    return candidates.stream()
        .anyMatch(
            variable ->
                variable.slot() == slot
                    && Type.getType(variable.descriptor()).getOpcode(Opcodes.ISTORE)
                        == storeOpcode);
  }

  private static boolean holds(Frame<BasicValue> frame, SiteVariable variable) {
    if (variable.slot() >= frame.getLocals()) {
      return false;
    }
    BasicValue value = frame.getLocal(variable.slot());
    Type type = value.getType();
    return type != null
        && !value.equals(BasicValue.RETURNADDRESS_VALUE)
        && kind(type) == kind(Type.getType(variable.descriptor()));
  }

  private static int kind(Type type) {
    return type.getOpcode(Opcodes.ISTORE);
  }

  /** Says why variables have no names; null if they have. */
  @Nullable String note(String owner) {
    return named()
        ? null
        : "no local variables: " + owner.replace('/', '.') + " was compiled without -g";
  }
}
