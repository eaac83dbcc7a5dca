/**
 * Records what JUnit tests call, for JUnit Jupiter 5 and 6, which users of this package bring
 * along: start at {@link dev.bottrace.junit.Traced}.
 */
@NullMarked
package dev.bottrace.junit;

import org.jspecify.annotations.NullMarked;
