/** The text form of a trace, made by {@link dev.bottrace.text.TextTraceWriter}. */
@NullMarked
package dev.bottrace.text;

import org.jspecify.annotations.NullMarked;
