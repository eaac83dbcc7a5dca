/**
 * Finds a program, loads it through the {@link dev.bottrace.internal.launch.TracingClassLoader},
 * starts it and notices its end. Two ways lead here: {@link
 * dev.bottrace.internal.launch.ProgramLauncher}, by which a JVM becomes the program, and {@link
 * dev.bottrace.internal.launch.ProgramRunner}, which runs it inside a JVM that goes on.
 */
@NullMarked
package dev.bottrace.internal.launch;

import org.jspecify.annotations.NullMarked;
