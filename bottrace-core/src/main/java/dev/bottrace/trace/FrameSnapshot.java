package dev.bottrace.trace;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A frame of a captured stack. Immutable.
 *
 * @param function class without package, dot, method, as in {@code Outer$Inner.place}
 * @param file path of the package and the source file; the class's name and {@code .class} where
 *     that is not known
 * @param line where it was; 0 if not known
 * @param locals its variables: {@code this} first, then in the order of their slots; null if they
 *     were not captured
 * @param note why variables are missing or have no names; null if nothing is amiss
 */
public record FrameSnapshot(
    String function,
    String file,
    int line,
    @Nullable List<CapturedVariable> locals,
    @Nullable String note) {}
