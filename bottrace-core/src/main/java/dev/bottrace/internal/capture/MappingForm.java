package dev.bottrace.internal.capture;

import dev.bottrace.trace.CapturedValue;
import dev.bottrace.trace.CapturedValue.Entry;
import dev.bottrace.trace.CapturedValue.Mapping;
import dev.bottrace.trace.NotCapturedReason;
import java.util.List;
import java.util.Map;

/** Captures maps. */
final class MappingForm extends CompositeForm implements SourceForm {
  private final Content.Source source;

  MappingForm(String type, Content.Source source) {
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
    return new Mapping(type(), size, List.of(), size == 0 ? null : NotCapturedReason.DEPTH);
  }

  @Override
  CapturedValue inside(Object value, Walk walk) {
    Content content = StableOrder.of(source.of(value), MappingForm::key, walk);
    Reading<Entry> reading = new Reading<>(content, walk);
    while (reading.next()) {
      Map.Entry<?, ?> entry = (Map.Entry<?, ?>) reading.requiredElement();
      Object key = entry.getKey();
      Object mapped = entry.getValue();
      walk.take(); // the key; the value's has been taken
      reading.add(new Entry(walk.value(key), walk.valueOf(key, mapped)));
    }
    return new Mapping(type(), reading.size(), reading.captured(), reading.cut());
  }

  private static Object key(Object entry) {
    return ((Map.Entry<?, ?>) entry).getKey();
  }
}
