/**
 * Assertions on traces for AssertJ, which users of this package bring along: start at {@link
 * dev.bottrace.assertj.TraceAssertions}.
 */
@NullMarked
package dev.bottrace.assertj;

import org.jspecify.annotations.NullMarked;
