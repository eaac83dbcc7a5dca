package dev.bottrace.internal.line;

import dev.bottrace.trace.TracedMethod;
import java.util.Arrays;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Bytes that are the same for each event of a method, made once. */
public final class PerMethod {
  private final Function<TracedMethod, byte[]> maker;
  private byte[] @Nullable [] prepared = new byte[256][];
  private int longest;

  /**
   * Makes an empty table.
   *
   * @param maker makes the bytes of a method
   */
  public PerMethod(Function<TracedMethod, byte[]> maker) {
    this.maker = maker;
  }

  /**
   * Returns the bytes of a method.
   *
   * @param method the method
   * @return its bytes, not to be changed
   */
  public byte[] of(TracedMethod method) {
    int id = method.id();
    byte[] known = id < prepared.length ? prepared[id] : null;
    return known != null ? known : make(method);
  }

  /**
   * Returns the bytes of all methods that {@link #of} was asked for.
   *
   * @return by the methods' ids, null for others; valid until the next one is asked for
   */
  public byte[] @Nullable [] made() {
    return prepared;
  }

  /**
   * Returns how long the longest of them are.
   *
   * @return in bytes; 0 if there are none
   */
  public int longest() {
    return longest;
  }

  private byte[] make(TracedMethod method) {
    byte[] made = maker.apply(method);
    if (method.id() >= prepared.length) {
      prepared = Arrays.copyOf(prepared, Math.max(2 * prepared.length, method.id() + 1));
    }
    prepared[method.id()] = made;
    longest = Math.max(longest, made.length);
    return made;
  }
}
