package dev.bottrace.internal.record;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MutableCallSite;

/**
 * A flag that turns true once, and that the JIT compiler takes for a constant: code that it has
 * compiled for the old value is thrown away. So what only happens before costs nothing afterwards,
 * and what only happens afterwards costs nothing before.
 */
public final class EndSwitch {
  private final MutableCallSite site =
      new MutableCallSite(MethodHandles.constant(boolean.class, false));

  /** Makes a flag that is false. */
  public EndSwitch() {}

  /**
   * Returns what tells the flag.
   *
   * @return takes nothing, and returns a {@code boolean}
   */
  public MethodHandle handle() {
    return site.dynamicInvoker();
  }

  /** Makes it true, for good, and for all threads. */
  public void turn() {
    site.setTarget(MethodHandles.constant(boolean.class, true));
    MutableCallSite.syncAll(new MutableCallSite[] {site});
  }
}
