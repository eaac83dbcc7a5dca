package dev.bottrace.trace;

/**
 * A variable or a field with its value. Immutable.
 *
 * @param name as in the source; {@code arg0} and so on for parameters whose names are not known
 * @param value what it held
 */
public record CapturedVariable(String name, CapturedValue value) {}
