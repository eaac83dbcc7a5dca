package dev.bottrace.internal.record;

/**
 * What a call returned.
 *
 * @param text the value on one line
 */
record ReturnedValue(String text) {}
