package dev.bottrace.internal.watch;

import dev.bottrace.internal.code.Evaluation;
import dev.bottrace.internal.code.Linker;
import dev.bottrace.internal.code.Refusal;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds out what the names of an expression mean at a place, and the types of its parts. */
final class Binder {
  private final String text;
  private final WatchSite site;
  private final TypeFinder types;
  private final NameBinder names;
  private final MemberBinder members;
  private final CallBinder calls;

  Binder(String text, WatchSite site, Linker linker) {
    this.text = text;
    this.site = site;
    this.types = new TypeFinder(site.declaringClass(), linker, site.classes());
    this.members = new MemberBinder(site.classes());
    this.names = new NameBinder(site, linker, types, members);
    this.calls = new CallBinder(linker, names);
  }

  Node bind(Expression expression) {
    if (expression instanceof Expression.Binary binary) {
      return OperatorBinder.binary(binary.operator(), bind(binary.left()), bind(binary.right()));
    }
    if (expression instanceof Expression.Unary unary) {
      return OperatorBinder.unary(unary.operator(), bind(unary.operand()));
    }
    if (expression instanceof Expression.Literal literal) {
      return ConstantNode.of(literal.value());
    }
    if (expression instanceof Expression.Conditional choice) {
      return ConditionalBinder.conditional(
          bind(choice.condition()), bind(choice.yes()), bind(choice.no()));
    }
    if (expression instanceof Expression.Index index) {
      return MemberBinder.element(bind(index.array()), text(index.array()), bind(index.index()));
    }
    return bindName(expression);
  }

  private Node bindName(Expression expression) {
    if (expression instanceof Expression.Name || expression instanceof Expression.Select) {
      return named(expression);
    }
    if (expression instanceof Expression.This self) {
      TypeName outer = self.outer();
      return outer == null ? names.self() : names.outer(types.require(outer));
    }
    if (expression instanceof Expression.SuperField field) {
      return superField(field.name());
    }
    if (expression instanceof Expression.Call call) {
      return call(call);
    }
    if (expression instanceof Expression.SuperCall call) {
      return calls.onSuper(superclass(), call.name(), bind(call.arguments()));
    }
    return bindType(expression);
  }

  private Node bindType(Expression expression) {
    if (expression instanceof Expression.Cast cast) {
      return CastBinder.cast(types.require(cast.type()), bind(cast.operand()));
    }
    if (expression instanceof Expression.InstanceOf test) {
      return instanceOf(bind(test.operand()), types.require(test.type()));
    }
    if (expression instanceof Expression.ClassLiteral literal) {
      return new ConstantNode(Class.class, types.require(literal.type()));
    }
    throw new IllegalStateException(expression.toString());
  }

  private static Node instanceOf(Node operand, Class<?> type) {
    if (!operand.isReference()) {
      throw Refusal.whole(operand.type() + " is no object, so instanceof cannot test it");
    }
    return new BooleanNode(
        environment -> {
          Object value = operand.value(environment);
          return value != null && type.isAssignableFrom(Evaluation.typeOf(value));
        });
  }

  private List<Node> bind(List<Expression> expressions) {
    List<Node> nodes = new ArrayList<>();
    for (Expression expression : expressions) {
      nodes.add(bind(expression));
    }
    return nodes;
  }

  private Class<?> superclass() {
    Class<?> parent = site.declaringClass().getSuperclass();
    return parent == null ? Object.class : parent;
  }

  private Node superField(String name) {
    Field field = Linker.field(superclass(), name);
    if (field == null) {
      throw Refusal.whole("there is no field 'super." + name + "'");
    }
    return members.field(names.self(), "this", field);
  }

  private Node named(Expression expression) {
    Object found = resolve(expression);
    if (found instanceof Node node) {
      return node;
    }
    if (found instanceof Class<?> type) {
      throw Refusal.whole("'" + text(expression) + "' is a class, not a value: " + type.getName());
    }
    throw names.unknown(firstName(expression));
  }

  private static String firstName(Expression expression) {
    if (expression instanceof Expression.Select select) {
      return firstName(select.target());
    }
    return expression instanceof Expression.Name name ? name.name() : "";
  }

  /** Returns a node, a class, or the start of the full name of a class. */
  private Object resolve(Expression expression) {
    if (expression instanceof Expression.Name name) {
      Node node = names.find(name.name());
      Class<?> type = node == null ? types.find(name.name()) : null;
      return node != null ? node : type != null ? type : name.name();
    }
    if (!(expression instanceof Expression.Select select)) {
      return bind(expression);
    }
    Object target = resolve(select.target());
    if (target instanceof Node node) {
      return members.member(node, text(select.target()), select.name());
    }
    String path = target instanceof Class<?> ? text(select) : target + "." + select.name();
    Field field = target instanceof Class<?> type ? Linker.field(type, select.name()) : null;
    if (field != null && Modifier.isStatic(field.getModifiers())) {
      return members.staticField(field);
    }
    Class<?> nested = types.find(path);
    if (nested == null && target instanceof Class<?> type) {
      String similar = Suggestion.among(Suggestion.fieldsOf(type), select.name());
      throw Refusal.whole(
          type.getTypeName() + " has no static field '" + select.name() + "'" + similar);
    }
    return nested == null ? path : nested;
  }

  private Node call(Expression.Call call) {
    List<Node> arguments = bind(call.arguments());
    Expression written = call.target();
    if (written == null) {
      return calls.unqualified(call.name(), arguments);
    }
    Object target = resolve(written);
    if (target instanceof Class<?> type) {
      return calls.onType(type, call.name(), arguments);
    }
    if (target instanceof Node node) {
      return calls.onValue(node, text(written), call.name(), arguments);
    }
    throw unknown(written, target);
  }

  private Refusal unknown(Expression written, @Nullable Object path) {
    return written instanceof Expression.Name name
        ? names.unknown(name.name())
        : Refusal.whole("there is no class '" + path + "', or it is not loaded yet");
  }

  private String text(Expression expression) {
    return text.substring(expression.place().start(), expression.place().end());
  }
}
