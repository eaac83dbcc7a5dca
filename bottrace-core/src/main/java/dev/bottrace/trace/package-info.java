/** What comes out of a run; {@link dev.bottrace.trace.Trace} holds it. Immutable. */
@NullMarked
package dev.bottrace.trace;

import org.jspecify.annotations.NullMarked;
