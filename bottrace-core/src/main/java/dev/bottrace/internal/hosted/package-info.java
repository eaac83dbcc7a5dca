/**
 * What the code of a program inside a host calls in place of the JDK's. Each program has classes of
 * its own from here; {@link dev.bottrace.internal.hosted.ProgramCalls} is where to start.
 */
@NullMarked
package dev.bottrace.internal.hosted;

import org.jspecify.annotations.NullMarked;
