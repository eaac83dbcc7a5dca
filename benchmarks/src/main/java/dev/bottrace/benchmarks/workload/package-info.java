/**
 * The programs that are traced. Plain program code that knows nothing of tracing; each returns a
 * value, so that no JIT can leave its work out.
 */
@NullMarked
package dev.bottrace.benchmarks.workload;

import org.jspecify.annotations.NullMarked;
