/**
 * Checked values that a trace request is made of; {@link dev.bottrace.option.TraceOptions} holds
 * them. Immutable.
 */
@NullMarked
package dev.bottrace.option;

import org.jspecify.annotations.NullMarked;
