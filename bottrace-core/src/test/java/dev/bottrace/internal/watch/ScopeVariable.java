package dev.bottrace.internal.watch;

import org.jspecify.annotations.Nullable;

/** A variable and what it holds. */
record ScopeVariable(String name, String descriptor, @Nullable Object value) {}
