/**
 * Ids of what instrumented code names; {@link dev.bottrace.internal.symbol.SymbolTable} gives them
 * out.
 */
@NullMarked
package dev.bottrace.internal.symbol;

import org.jspecify.annotations.NullMarked;
