package dev.bottrace.internal.capture;

import dev.bottrace.trace.CapturedValue;
import dev.bottrace.trace.CapturedValue.Holder;
import dev.bottrace.trace.NotCapturedReason;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Captures objects that hold one other. */
final class HolderForm extends CompositeForm {
  private final UnaryOperator<@Nullable Object> content;

  HolderForm(String type, UnaryOperator<@Nullable Object> content) {
    super(type);
    this.content = content;
  }

  @Override
  CapturedValue outside(Object value) {
    return new Holder(type(), null);
  }

  @Override
  CapturedValue inside(Object value, Walk walk) {
    Object held = content.apply(value);
    CapturedValue captured =
        walk.take()
            ? walk.value(held)
            : new CapturedValue.NotCaptured(NotCapturedReason.BUDGET, "");
    return new Holder(type(), captured);
  }
}
