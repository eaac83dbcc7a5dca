package dev.bottrace.internal.watch;

import dev.bottrace.internal.code.Callee;
import dev.bottrace.internal.code.Evaluation;
import dev.bottrace.internal.code.Linker;
import dev.bottrace.internal.code.MethodTable;
import dev.bottrace.internal.code.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Finds the method that a call means. */
final class CallBinder {
  private final Linker linker;
  private final MethodTable methods;
  private final Overloads overloads;
  private final NameBinder names;

  CallBinder(Linker linker, NameBinder names) {
    this.linker = linker;
    this.methods = linker.methods();
    this.overloads = new Overloads(linker);
    this.names = names;
  }

  /** A call without a target: the innermost class that has a method of the name is meant. */
  Node unqualified(String name, List<Node> arguments) {
    for (Lexical lexical : names.lexicals()) {
      List<Callee> candidates = methods.named(lexical.type(), name);
      if (!candidates.isEmpty()) {
        return chosen(candidates, name, lexical.instance(), arguments, false);
      }
    }
    throw Refusal.whole("there is no method '" + name + "()'");
  }

  Node onType(Class<?> type, String name, List<Node> arguments) {
    List<Callee> candidates = methods.named(type, name).stream().filter(Callee::isStatic).toList();
    if (candidates.isEmpty()) {
      throw Refusal.whole(type.getTypeName() + " has no static method '" + name + "()'");
    }
    return chosen(candidates, name, null, arguments, false);
  }

  Node onSuper(Class<?> parent, String name, List<Node> arguments) {
    List<Callee> candidates = methods.named(parent, name);
    if (candidates.isEmpty()) {
      throw Refusal.whole(parent.getTypeName() + " has no method '" + name + "()'");
    }
    return chosen(candidates, name, names.self(), arguments, true);
  }

  /** By the static types of the arguments, or else by the classes that they have then. */
  private Node chosen(
      List<Callee> candidates,
      String name,
      @Nullable Node receiver,
      List<Node> arguments,
      boolean onSuper) {
    Overloads.Choice choice = overloads.choose(candidates, types(arguments));
    if (choice != null || arguments.stream().noneMatch(Node::isReference)) {
      Overloads.Choice sure = choice == null ? require(candidates, name, types(arguments)) : choice;
      return node(requireReceiver(sure, receiver), receiver, "this", arguments, onSuper);
    }
    LateChoice late = new LateChoice(types -> require(candidates, name, types));
    return new ComputedNode(
        Object.class,
        e -> {
          List<Node> values = exact(arguments, e);
          Overloads.Choice chosen = requireReceiver(late.of(types(values)), receiver);
          return call(chosen, receiver, "this", values, onSuper).value(e);
        });
  }

  private static Overloads.Choice requireReceiver(
      Overloads.Choice choice, @Nullable Node receiver) {
    if (!choice.callee().isStatic() && receiver == null) {
      String name = choice.callee().name();
      throw Refusal.whole("'" + name + "()' needs an object, and there is none here");
    }
    return choice;
  }

  Node onValue(Node target, String text, String name, List<Node> arguments) {
    if (target.type().isPrimitive()) {
      throw Refusal.whole("'" + text + "' is " + target.type() + ", which has no methods");
    }
    if (target.type().isArray() && name.equals("clone") && arguments.isEmpty()) {
      return new ComputedNode(target.type(), e -> copy(target.value(e), text, e));
    }
    List<Callee> candidates =
        target.type() == Node.NULL ? List.of() : methods.named(target.type(), name);
    Overloads.Choice choice = overloads.choose(candidates, types(arguments));
    return choice != null
        ? node(choice, target, text, arguments, false)
        : dynamic(target, text, name, arguments);
  }

  private static Object copy(@Nullable Object array, String text, Environment environment) {
    if (array == null) {
      throw Refusal.whole("'" + text + "' is null");
    }
    return environment.evaluation().copy(array);
  }

  /** Chooses by the classes that the values have, mostly the same ones each time. */
  private Node dynamic(Node target, String text, String name, List<Node> arguments) {
    AtomicReference<@Nullable LateChoice> last = new AtomicReference<>();
    return new ComputedNode(
        Object.class,
        e -> {
          Object object = target.value(e);
          if (object == null) {
            throw Refusal.whole("'" + text + "' is null");
          }
          Class<?> type = Evaluation.typeOf(object);
          LateChoice late = last.get();
          if (late == null || late.receiver() != type) {
            late = late(type, text, name);
            last.set(late);
          }
          List<Node> values = exact(arguments, e);
          Node receiver = new ConstantNode(type, object);
          return call(late.of(types(values)), receiver, text, values, false).value(e);
        });
  }

  private LateChoice late(Class<?> type, String text, String name) {
    List<Callee> candidates = methods.named(type, name);
    if (candidates.isEmpty()) {
      throw Refusal.whole(
          "'" + text + "' is a " + type.getTypeName() + ", which has no method '" + name + "()'");
    }
    return new LateChoice(type, types -> require(candidates, name, types));
  }

  private static List<Node> exact(List<Node> arguments, Environment environment) {
    List<Node> values = new ArrayList<>();
    for (Node argument : arguments) {
      values.add(exact(argument, environment));
    }
    return values;
  }

  private static Node exact(Node argument, Environment environment) {
    Object value = argument.value(environment);
    if (!argument.isReference()) {
      return new ConstantNode(argument.type(), value);
    }
    return new ConstantNode(value == null ? Node.NULL : Evaluation.typeOf(value), value);
  }

  private Overloads.Choice require(List<Callee> candidates, String name, List<Class<?>> arguments) {
    Overloads.Choice choice = overloads.choose(candidates, arguments);
    if (choice == null) {
      String types = String.join(", ", arguments.stream().map(TypeNames::of).toList());
      throw Refusal.whole("no method '" + name + "()' takes (" + types + ")");
    }
    return choice;
  }

  private static List<Class<?>> types(List<Node> arguments) {
    List<Class<?>> types = new ArrayList<>();
    for (Node argument : arguments) {
      types.add(argument.type());
    }
    return types;
  }

  private Node node(
      Overloads.Choice choice,
      @Nullable Node receiver,
      String text,
      List<Node> arguments,
      boolean onSuper) {
    Callee callee = requireResult(choice);
    Class<?> type = linker.resolve(callee.resultDescriptor(), callee.owner());
    return new CallNode(
        type == null ? Object.class : type, choice, receiver, text, arguments, onSuper);
  }

  /** A call that is made once, so that its type does not matter. */
  private static Node call(
      Overloads.Choice choice,
      @Nullable Node receiver,
      String text,
      List<Node> arguments,
      boolean onSuper) {
    requireResult(choice);
    return new CallNode(Object.class, choice, receiver, text, arguments, onSuper);
  }

  private static Callee requireResult(Overloads.Choice choice) {
    Callee callee = choice.callee();
    if (callee.resultDescriptor().equals("V")) {
      throw Refusal.whole("'" + callee.name() + "()' returns nothing");
    }
    return callee;
  }
}
