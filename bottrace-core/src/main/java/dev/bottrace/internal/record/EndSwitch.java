package dev.bottrace.internal.record;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MutableCallSite;

/**
 * A flag that turns true once, and that the JIT compiler takes for a constant: code that it has
 * compiled for the old value is thrown away. So what only happens before costs nothing afterwards.
 */
final class EndSwitch {
  private final MutableCallSite site =
      new MutableCallSite(MethodHandles.constant(boolean.class, false));

  /** Returns what tells the flag: takes nothing, and returns a {@code boolean}. */
  MethodHandle handle() {
    return site.dynamicInvoker();
  }

  void turn() {
    site.setTarget(MethodHandles.constant(boolean.class, true));
  }
}
