package dev.bottrace.trace;

/**
 * What a program printed.
 *
 * @param stdout to its standard output
 * @param stderr to its standard error
 */
public record CapturedOutput(String stdout, String stderr) {}
