/**
 * What tracing costs: {@link dev.bottrace.benchmarks.RatioTable}, {@link
 * dev.bottrace.benchmarks.StateTable} and {@link dev.bottrace.benchmarks.StartupTable} measure
 * whole processes, {@link dev.bottrace.benchmarks.CallBenchmark} calls inside one JVM.
 */
@NullMarked
package dev.bottrace.benchmarks;

import org.jspecify.annotations.NullMarked;
