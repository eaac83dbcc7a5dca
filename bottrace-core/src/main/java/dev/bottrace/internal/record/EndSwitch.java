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
  /** The JVM makes code of its own for a handle that was called 127 times. */
  private static final int CALLS = 150;

  private final MethodHandle after = MethodHandles.constant(boolean.class, true);
  private final MutableCallSite site =
      new MutableCallSite(MethodHandles.constant(boolean.class, false));
  private final MethodHandle handle = site.dynamicInvoker();

  /** Makes a flag that is false. */
  public EndSwitch() {
    warmUp();
  }

  /**
   * What is loaded for calls of the handle is loaded now: the program may leave no stack for it.
   */
  private void warmUp() {
    for (int i = 0; i < CALLS; i++) {
      isTrue();
    }
  }

  /** Tells the flag, as those do who have the handle. */
  boolean isTrue() {
    try {
      return (boolean) handle.invokeExact();
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e); // there is none
    }
  }

  /**
   * Returns what tells the flag.
   *
   * @return takes nothing, and returns a {@code boolean}
   */
  public MethodHandle handle() {
    return handle;
  }

  /** Makes it true, for good, and for all threads. */
  public void turn() {
    site.setTarget(after);
    MutableCallSite.syncAll(new MutableCallSite[] {site});
  }

  /** Turns one for nobody, and so loads what that needs. */
  static void rehearse() {
    EndSwitch sample = new EndSwitch();
    sample.turn();
    sample.warmUp();
  }
}
