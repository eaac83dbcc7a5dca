package dev.bottrace.option;

import java.math.BigDecimal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Where a trace stops. Immutable.
 *
 * @param maxDepth only the outermost levels of traced calls, per thread; the first traced call is
 *     level 1; at least 1
 * @param maxEvents tracing stops after this many events, and the program goes on; at least 0
 * @param timeout after this time the program is ended; more than zero, at most 36,500 days; null is
 *     never
 */
public record Bounds(int maxDepth, long maxEvents, @Nullable Duration timeout) {
  /** The longest time that a program may be given: 36,500 days. */
  public static final Duration LONGEST = Duration.ofDays(36_500);

  /** No bound. */
  public static final Bounds NONE = new Bounds(Integer.MAX_VALUE, Long.MAX_VALUE, null);

  /**
   * Checks the values.
   *
   * @param maxDepth at least 1
   * @param maxEvents at least 0
   * @param timeout more than zero; null is never
   * @throws IllegalArgumentException if one is out of its bounds
   */
  public Bounds {
    if (maxDepth < 1) {
      throw new OptionValueException("maxDepth", "must be 1 or more, not " + maxDepth);
    }
    if (maxEvents < 0) {
      throw new OptionValueException("maxEvents", "must be 0 or more, not " + maxEvents);
    }
    if (timeout != null && (timeout.isZero() || timeout.isNegative())) {
      throw new OptionValueException(
          "timeout", "must be more than 0 seconds, not " + seconds(timeout));
    }
    if (timeout != null && timeout.compareTo(LONGEST) > 0) {
      throw new OptionValueException(
          "timeout", "must be at most " + seconds(LONGEST) + " seconds, not " + seconds(timeout));
    }
  }

  /**
   * Writes a time as a number of seconds, without needless digits.
   *
   * @param time the time
   * @return for instance {@code 5} or {@code 0.25}
   */
  public static String seconds(Duration time) {
    return BigDecimal.valueOf(time.getSeconds())
        .add(BigDecimal.valueOf(time.getNano(), 9))
        .stripTrailingZeros()
        .toPlainString();
  }
}
