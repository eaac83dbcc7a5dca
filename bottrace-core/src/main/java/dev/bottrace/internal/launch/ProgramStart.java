package dev.bottrace.internal.launch;

import java.util.List;
import java.util.function.Consumer;

/**
 * A program that is ready to start.
 *
 * @param main calls {@code main}, and lets through what it throws
 * @param arguments of {@code main}
 * @param uncaught takes the exception that leaves the method, before it goes on
 */
public record ProgramStart(
    Consumer<String[]> main, List<String> arguments, Consumer<Throwable> uncaught) {}
