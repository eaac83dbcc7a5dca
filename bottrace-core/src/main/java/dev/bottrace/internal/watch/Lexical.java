package dev.bottrace.internal.watch;

import org.jspecify.annotations.Nullable;

/**
 * A class whose members can be named without anything in front of them.
 *
 * @param type the class
 * @param instance its object; null where there is none
 */
record Lexical(Class<?> type, @Nullable Node instance) {}
