package dev.bottrace.internal.watch;

/**
 * A part of the text of an expression.
 *
 * @param start offset of its first character
 * @param end offset after its last character
 */
record Place(int start, int end) {}
