package dev.bottrace.internal.launch;

import java.lang.invoke.MethodHandle;
import java.util.List;

/**
 * A program that is ready to start.
 *
 * @param main of type {@code (String[])void}
 * @param arguments of {@code main}
 */
public record ProgramStart(MethodHandle main, List<String> arguments) {}
