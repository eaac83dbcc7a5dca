/**
 * Expressions that are evaluated at breakpoints: parsed once, harmless by construction. Entry:
 * {@code WatchExpression}.
 */
@NullMarked
package dev.bottrace.internal.watch;

import org.jspecify.annotations.NullMarked;
