/**
 * Records classes that a host has loaded, or loads, itself: the second delivery of the transform,
 * through {@link java.lang.instrument.Instrumentation}. {@link
 * dev.bottrace.internal.attach.HostRecording} is the entry.
 */
@NullMarked
package dev.bottrace.internal.attach;

import org.jspecify.annotations.NullMarked;
