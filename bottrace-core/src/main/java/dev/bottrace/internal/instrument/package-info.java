/**
 * A pure function from class file to class file; {@link
 * dev.bottrace.internal.instrument.ClassInstrumenter} is the entry. No loader, no file, no thread.
 * Knows ASM, and alone does.
 */
@NullMarked
package dev.bottrace.internal.instrument;

import org.jspecify.annotations.NullMarked;
