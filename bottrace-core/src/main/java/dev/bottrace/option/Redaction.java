package dev.bottrace.option;

import java.util.List;

/**
 * Whose values are not shown: variables, fields and map keys whose names look like those of
 * secrets. Immutable.
 *
 * @param globs names besides the usual ones, with {@code *} and {@code ?}; case does not matter
 */
public record Redaction(List<String> globs) {
  /** The usual names alone. */
  public static final Redaction DEFAULT = new Redaction(List.of());
}
