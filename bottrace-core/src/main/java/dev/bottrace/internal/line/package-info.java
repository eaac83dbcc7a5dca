/**
 * Whole lines on their way to a stream; {@link dev.bottrace.internal.line.LineBuffer} holds them.
 */
@NullMarked
package dev.bottrace.internal.line;

import org.jspecify.annotations.NullMarked;
