/**
 * What no tracer can avoid, written by hand: the least code that could do a tracer's job, called at
 * the entries and exits of a workload.
 */
@NullMarked
package dev.bottrace.benchmarks.floor;

import org.jspecify.annotations.NullMarked;
