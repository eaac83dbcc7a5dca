/**
 * The command line: parse, map, run, print. {@link dev.bottrace.cli.Main} is where the JVM starts.
 */
@NullMarked
package dev.bottrace.cli;

import org.jspecify.annotations.NullMarked;
