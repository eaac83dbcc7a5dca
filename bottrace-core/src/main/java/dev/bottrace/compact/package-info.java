/**
 * The compact form of a trace: {@link dev.bottrace.compact.CompactTraceWriter} writes it, {@link
 * dev.bottrace.compact.CompactTrace} reads it. {@code docs/trace-format.md} describes it.
 */
@NullMarked
package dev.bottrace.compact;

import org.jspecify.annotations.NullMarked;
