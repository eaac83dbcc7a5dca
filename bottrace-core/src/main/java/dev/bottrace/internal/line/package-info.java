/**
 * Whole lines on their way to a stream; {@link dev.bottrace.internal.line.LineBuffer} holds them,
 * and {@link dev.bottrace.internal.line.Escapes} keeps text of the program from ending them.
 */
@NullMarked
package dev.bottrace.internal.line;

import org.jspecify.annotations.NullMarked;
