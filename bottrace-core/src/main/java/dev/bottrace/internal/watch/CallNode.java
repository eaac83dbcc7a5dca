package dev.bottrace.internal.watch;

import dev.bottrace.internal.code.Callee;
import dev.bottrace.internal.code.Evaluation;
import dev.bottrace.internal.code.Refusal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A call of a method that is chosen. */
final class CallNode extends Node {
  private final Overloads.Choice choice;
  private final @Nullable Node receiver;
  private final String receiverText;
  private final List<Node> arguments;
  private final boolean onSuper;

  CallNode(
      Class<?> type,
      Overloads.Choice choice,
      @Nullable Node receiver,
      String receiverText,
      List<Node> arguments,
      boolean onSuper) {
    super(type);
    this.choice = choice;
    this.receiver = receiver;
    this.receiverText = receiverText;
    this.arguments = arguments;
    this.onSuper = onSuper;
  }

  @Override
  @Nullable Object value(Environment environment) {
    Callee callee = choice.callee();
    Object object = receiver == null ? null : receiver.value(environment);
    if (object == null && !callee.isStatic()) {
      throw Refusal.whole("'" + receiverText + "' is null");
    }
    Evaluation evaluation = environment.evaluation();
    List<@Nullable Object> values = new ArrayList<>();
    for (Node argument : arguments) {
      values.add(argument.value(environment));
    }
    return Calling.guarded(
        callee.name(), evaluation, () -> call(evaluation, object, convert(evaluation, values)));
  }

  private @Nullable Object call(
      Evaluation evaluation, @Nullable Object object, List<@Nullable Object> values) {
    Callee callee = choice.callee();
    return onSuper && object != null
        ? evaluation.callSuper(callee, object, values)
        : evaluation.call(callee, callee.isStatic() ? null : object, values);
  }

  private List<@Nullable Object> convert(Evaluation evaluation, List<@Nullable Object> values) {
    for (int i = 0; i < values.size(); i++) {
      values.set(i, convert(choice.types().get(i), values.get(i)));
    }
    Class<?> component = choice.component();
    if (component == null) {
      return values;
    }
    int fixed = choice.callee().parameterDescriptors().size() - 1;
    Object rest = evaluation.array(component, values.subList(fixed, values.size()));
    List<@Nullable Object> packed = new ArrayList<>(values.subList(0, fixed));
    packed.add(rest);
    return packed;
  }

  private static @Nullable Object convert(@Nullable Class<?> type, @Nullable Object value) {
    Kind kind = type == null ? null : Kind.of(type);
    if (kind == null) {
      return value;
    }
    if (value == null) {
      throw Refusal.whole("null cannot be converted to " + kind.type());
    }
    return kind.box() == value.getClass()
        ? value
        : new CastNode(kind, ConstantNode.of(value)).value(Environment.empty());
  }
}
