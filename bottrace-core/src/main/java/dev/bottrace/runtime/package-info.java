/**
 * What instrumented code calls, and nothing else: {@link dev.bottrace.runtime.Probes} is the entry.
 *
 * <p>Uses types of {@code java.base} only, since its classes are seen by every class of the
 * program. From the command line they are defined by the boot loader; otherwise each traced program
 * gets its own copy of {@code Probes}, so that the sink is a constant to the JIT compiler and two
 * traces in one JVM never meet. Not an API for users.
 */
@NullMarked
package dev.bottrace.runtime;

import org.jspecify.annotations.NullMarked;
