/**
 * The JSON forms of a trace, made by {@link dev.bottrace.json.JsonTraceWriter}. Needs Jackson's
 * {@code jackson-core}.
 */
@NullMarked
package dev.bottrace.json;

import org.jspecify.annotations.NullMarked;
