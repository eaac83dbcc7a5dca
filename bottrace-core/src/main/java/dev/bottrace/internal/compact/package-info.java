/**
 * Events as bytes, about two each, in chunks: {@link dev.bottrace.internal.compact.EventEncoder}
 * makes them, {@link dev.bottrace.internal.compact.EventDecoder} shows what they hold. For files
 * and for memory alike; {@code docs/trace-format.md} describes them.
 */
@NullMarked
package dev.bottrace.internal.compact;

import org.jspecify.annotations.NullMarked;
