/**
 * Runs real programs plainly and traced, and compares what they do: {@link
 * dev.bottrace.compatibility.CompatibilityTable}.
 */
@NullMarked
package dev.bottrace.compatibility;

import org.jspecify.annotations.NullMarked;
