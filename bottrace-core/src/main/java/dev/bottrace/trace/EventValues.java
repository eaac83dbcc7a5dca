package dev.bottrace.trace;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The values of an event. Immutable.
 *
 * @param arguments those of a call; empty for a return, or if there are none
 * @param returned what a method returned, on one line; null for a call, or if there is none
 */
public record EventValues(List<Argument> arguments, @Nullable String returned) {
  /** No values. */
  public static final EventValues NONE = new EventValues(List.of(), null);
}
