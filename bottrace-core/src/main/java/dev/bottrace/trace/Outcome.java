package dev.bottrace.trace;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a call ended. Immutable. */
public sealed interface Outcome {
  /** The method returned. */
  final class Returned implements Outcome {
    private final @Nullable String value;
    private final boolean recorded;

    Returned(@Nullable String value, boolean recorded) {
      this.value = value;
      this.recorded = recorded;
    }

    /**
     * Returns what it returned.
     *
     * @return the value on one line, as traces show it; empty if the method returns nothing
     * @throws IllegalStateException if values were not asked for
     */
    public Optional<String> value() {
      if (!recorded) {
        throw RecordedPart.RETURNS.missing();
      }
      return Optional.ofNullable(value);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Returned returned
          && Objects.equals(returned.value, value)
          && returned.recorded == recorded;
    }

    @Override
    public int hashCode() {
      return Objects.hashCode(value);
    }

    /** Returns {@code returned}, and the value if it is known, as in {@code returned 5}. */
    @Override
    public String toString() {
      return value == null ? "returned" : "returned " + value;
    }
  }

  /**
   * The method was left with an exception.
   *
   * @param exception binary name of its class
   */
  record Threw(String exception) implements Outcome {
    /** Returns {@code threw} and the name of the class. */
    @Override
    public String toString() {
      return "threw " + exception;
    }
  }

  /** The call was still running when the program ended or recording stopped. */
  record NotEnded() implements Outcome {
    /** Returns {@code not ended}. */
    @Override
    public String toString() {
      return "not ended";
    }
  }
}
