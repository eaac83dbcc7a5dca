package dev.bottrace.internal.watch;

import org.jspecify.annotations.Nullable;

/**
 * A local variable or parameter.
 *
 * @param name as the source has it
 * @param descriptor its declared type, {@code I} or {@code Ljava/lang/String;}
 * @param value its value, boxed if it is primitive
 */
public record ScopeVariable(String name, String descriptor, @Nullable Object value) {}
