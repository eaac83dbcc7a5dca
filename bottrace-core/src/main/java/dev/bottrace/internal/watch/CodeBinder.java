package dev.bottrace.internal.watch;

import dev.bottrace.internal.code.Refusal;
import dev.bottrace.internal.watch.CodePlace.CodeField;
import dev.bottrace.internal.watch.CodePlace.CodeVariable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what an expression means in code whose class may not be loaded yet: as {@link Binder}
 * does, but for names and calls that need loaded classes, which are left unknown. Variables and the
 * fields of the class itself come before all others, so what is known here means the same there.
 */
final class CodeBinder {
  private final String text;
  private final CodePlace place;

  private CodeBinder(String text, CodePlace place) {
    this.text = text;
    this.place = place;
  }

  static Term condition(String text, Expression expression, CodePlace place) {
    try {
      return Conditions.of(new CodeBinder(text, place).bind(expression)).term();
    } catch (Refusal refusal) {
      return Term.Unknown.INSTANCE;
    }
  }

  private Node bind(Expression expression) {
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
      return element(bind(index.array()), index);
    }
    if (expression instanceof Expression.Cast cast) {
      Kind kind = CodeTypes.primitive(cast);
      Node operand = bind(cast.operand());
      return kind == null ? CodeNode.UNKNOWN : CastBinder.cast(kind.type(), operand);
    }
    return bindName(expression);
  }

  private Node element(Node array, Expression.Index index) {
    return array.term().isKnown()
        ? MemberBinder.element(array, text, bind(index.index()))
        : CodeNode.UNKNOWN;
  }

  private Node bindName(Expression expression) {
    Node found = null;
    if (expression instanceof Expression.Name name) {
      found = variable(name.name());
      found = found == null ? field(variable(WatchVariable.SELF), name.name()) : found;
    } else if (expression instanceof Expression.This self && self.outer() == null) {
      found = variable(WatchVariable.SELF);
    } else if (expression instanceof Expression.Select select) {
      found = member(bind(select.target()), select.name());
    } else if (expression instanceof Expression.Call call && call.target() != null) {
      List<Node> arguments = call.arguments().stream().map(this::bind).toList();
      found = TextCalls.of(bind(call.target()), call.name(), arguments);
    }
    return found == null ? CodeNode.UNKNOWN : found;
  }

  private @Nullable Node variable(String name) {
    for (int i = place.variables().size() - 1; i >= 0; i--) {
      CodeVariable variable = place.variables().get(i);
      if (variable.name().equals(name)) {
        return CodeTypes.node(new Term.Variable(i, variable.descriptor()));
      }
    }
    return null;
  }

  private @Nullable Node member(Node target, String name) {
    if (name.equals("length") && target.type().isArray() && target.term().isKnown()) {
      return new LengthNode(target, text);
    }
    return isOwn(target) ? field(target, name) : null;
  }

  private boolean isOwn(Node target) {
    return target.term().isKnown() && target.term().descriptor().equals('L' + place.owner() + ';');
  }

  /** Static fields that are no constants are read only where that can't initialise the class. */
  private @Nullable Node field(@Nullable Node object, String name) {
    List<CodeField> found =
        place.fields().stream().filter(field -> field.name().equals(name)).toList();
    if (found.size() != 1) {
      return null;
    }
    CodeField field = found.get(0);
    Class<?> type = CodeTypes.of(field.descriptor());
    if (field.constant() != null) {
      return new ConstantNode(type, MemberBinder.constant(type, field.constant()));
    }
    if (field.isStatic()) {
      return place.initializes()
          ? CodeTypes.node(new Term.Field(null, name, field.descriptor()))
          : null;
    }
    return object != null && isOwn(object)
        ? CodeTypes.node(new Term.Field(object.term(), name, field.descriptor()))
        : null;
  }
}
