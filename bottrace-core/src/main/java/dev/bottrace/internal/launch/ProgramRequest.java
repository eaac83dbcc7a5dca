package dev.bottrace.internal.launch;

import dev.bottrace.option.Program;
import dev.bottrace.option.TraceOptions;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A program to start, and what to record of it.
 *
 * @param program which
 * @param arguments its arguments
 * @param classPath its class path; null is the default
 * @param options what to record
 */
public record ProgramRequest(
    Program program, List<String> arguments, @Nullable String classPath, TraceOptions options) {}
