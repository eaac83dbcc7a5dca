package dev.bottrace.trace;

/**
 * An argument of a call. Immutable.
 *
 * @param name of the parameter; {@code arg0} and so on where it is not known
 * @param value on one line
 */
public record Argument(String name, String value) {}
