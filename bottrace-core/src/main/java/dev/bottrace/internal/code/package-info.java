/**
 * Methods of the program that are interpreted instead of called, so that whatever would change
 * something is refused before it happens. Entry: {@code Interpreter}.
 */
@NullMarked
package dev.bottrace.internal.code;

import org.jspecify.annotations.NullMarked;
