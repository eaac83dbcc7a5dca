/**
 * Traces a program from Java: {@link dev.bottrace.Tracer} starts, {@link dev.bottrace.TraceRequest}
 * collects and runs.
 */
@NullMarked
package dev.bottrace;

import org.jspecify.annotations.NullMarked;
