package dev.bottrace.internal.capture;

import dev.bottrace.trace.CapturedValue;
import dev.bottrace.trace.CapturedValue.Sequence;
import dev.bottrace.trace.NotCapturedReason;
import java.util.List;

/** Captures arrays, lists, sets and queues. */
final class SequenceForm extends CompositeForm implements SourceForm {
  private final Content.Source source;

  SequenceForm(String type, Content.Source source) {
    super(type);
    this.source = source;
  }

  @Override
  public Content content(Object value) {
    return source.of(value);
  }

  @Override
  CapturedValue outside(Object value) {
    int size = source.of(value).size();
    return new Sequence(type(), size, List.of(), size == 0 ? null : NotCapturedReason.DEPTH);
  }

  @Override
  CapturedValue inside(Object value, Walk walk) {
    Content content = StableOrder.of(source.of(value), element -> element, walk);
    Reading<CapturedValue> reading = new Reading<>(content, walk);
    while (reading.next()) {
      reading.add(walk.value(reading.element()));
    }
    return new Sequence(type(), reading.size(), reading.captured(), reading.cut());
  }
}
