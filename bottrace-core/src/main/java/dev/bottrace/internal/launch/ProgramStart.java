package dev.bottrace.internal.launch;

import java.lang.invoke.MethodHandle;
import java.util.List;
import java.util.function.Consumer;

/**
 * A program that is ready to start.
 *
 * @param main of type {@code (String[])void}
 * @param arguments of {@code main}
 * @param uncaught takes the exception that leaves the method, before it goes on
 */
public record ProgramStart(
    MethodHandle main, List<String> arguments, Consumer<Throwable> uncaught) {}
