package dev.bottrace.internal.capture;

import dev.bottrace.trace.CapturedValue;
import dev.bottrace.trace.CapturedValue.Entry;
import dev.bottrace.trace.CapturedValue.NotCaptured;
import dev.bottrace.trace.NotCapturedReason;
import java.util.Map;

/** Captures entries of maps that stand alone. */
final class EntryForm extends CompositeForm {
  EntryForm(String type) {
    super(type);
  }

  @Override
  CapturedValue outside(Object value) {
    return new NotCaptured(NotCapturedReason.DEPTH, type());
  }

  @Override
  CapturedValue inside(Object value, Walk walk) {
    Map.Entry<?, ?> entry = (Map.Entry<?, ?>) value;
    Object key = entry.getKey();
    Object mapped = entry.getValue();
    walk.take(); // the key
    if (!walk.take()) {
      return new NotCaptured(NotCapturedReason.BUDGET, type());
    }
    return new Entry(walk.value(key), walk.valueOf(key, mapped));
  }
}
