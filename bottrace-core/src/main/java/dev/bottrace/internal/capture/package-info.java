/**
 * Live values to {@link dev.bottrace.trace.CapturedValue}s, within {@link
 * dev.bottrace.option.Limits}; no code of the program runs on the way. Entry: {@code
 * ValueCapturer}.
 */
@NullMarked
package dev.bottrace.internal.capture;

import org.jspecify.annotations.NullMarked;
