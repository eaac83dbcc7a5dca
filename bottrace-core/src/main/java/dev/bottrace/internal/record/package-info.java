/**
 * From probe calls to events in the order in which they happened; {@link
 * dev.bottrace.internal.record.Recorder} is the entry. All bounds are kept here.
 *
 * <p>Each thread writes compact codes into a ring of its own. Whoever needs them takes them out,
 * merged by the stamps of {@link dev.bottrace.internal.record.Sequence}.
 */
@NullMarked
package dev.bottrace.internal.record;

import org.jspecify.annotations.NullMarked;
