package dev.bottrace.internal.capture;

import dev.bottrace.trace.CapturedValue;
import dev.bottrace.trace.CapturedValue.NotCaptured;
import dev.bottrace.trace.CapturedValue.Reference;
import dev.bottrace.trace.NotCapturedReason;

/** Captures objects that other objects are in: once each, and only so deep. */
abstract class CompositeForm implements Form {
  private final String type;

  CompositeForm(String type) {
    this.type = type;
  }

  final String type() {
    return type;
  }

  /** Captures what is in it. */
  abstract CapturedValue inside(Object value, Walk walk);

  /** Captures what can be said without looking in. */
  abstract CapturedValue outside(Object value);

  @Override
  public final CapturedValue capture(Object value, Walk walk) {
    int number = walk.numberOf(value);
    if (number > 0) {
      return new Reference(number);
    }
    try {
      return walk.isDeepest() ? outside(value) : enter(value, walk);
    } catch (NotReadableException | LinkageError e) {
      return new NotCaptured(NotCapturedReason.NOT_READABLE, type);
    } catch (RuntimeException e) { // of a JDK class that was read while it changed
      return new NotCaptured(NotCapturedReason.CHANGED_WHILE_READ, type);
    }
  }

  private CapturedValue enter(Object value, Walk walk) {
    int before = walk.enter(value);
    try {
      return inside(value, walk);
    } catch (RuntimeException | LinkageError e) {
      walk.forget(before);
      throw e;
    } finally {
      walk.leave();
    }
  }
}
