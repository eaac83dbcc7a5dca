package dev.bottrace.internal.instrument;

import java.util.Arrays;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;

/**
 * Knows, while a constructor is read from top to bottom, whether {@code this} is initialised yet,
 * and which call does it.
 *
 * <p>Between two frames code runs straight on, so a constructor call belongs to the latest {@code
 * new} that has had none. After a jump there is a frame, and it tells.
 */
final class ConstructorProgress {
  private final String owner;
  private final String superName;
  private boolean initialized;
  private int newObjects;

  ConstructorProgress(String owner, String superName) {
    this.owner = owner;
    this.superName = superName;
  }

  boolean initialized() {
    return initialized;
  }

  void newObject() {
    newObjects++;
  }

  /**
   * Takes note of a constructor call; returns whether it is the one that initialises {@code this}.
   */
  boolean isInitializedBy(String callee) {
    if (newObjects > 0) {
      newObjects--;
      return false;
    }
    return !initialized && (callee.equals(owner) || callee.equals(superName));
  }

  void calledSuper() {
    initialized = true;
  }

  void frame(int locals, Object[] local, int stackSize, Object[] stack) {
    initialized = !Arrays.asList(local).subList(0, locals).contains(Opcodes.UNINITIALIZED_THIS);
    newObjects =
        (int)
            Arrays.stream(stack, 0, stackSize)
                .filter(type -> type instanceof Label)
                .distinct()
                .count();
  }
}
