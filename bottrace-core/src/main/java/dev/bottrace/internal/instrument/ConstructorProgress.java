package dev.bottrace.internal.instrument;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;

/**
 * Knows, while a constructor is read from top to bottom, whether {@code this} is initialised yet,
 * and which call does it.
 *
 * <p>Between two frames code runs straight on, so a constructor call of the class or its superclass
 * belongs to the latest {@code new} of such a class that has had none. After a jump there is a
 * frame, and it tells.
 */
final class ConstructorProgress {
  private final String owner;
  private final String superName;
  private final Set<Label> sites = new HashSet<>();
  private boolean initialized;
  private int newObjects;

  ConstructorProgress(String owner, String superName) {
    this.owner = owner;
    this.superName = superName;
  }

  boolean initialized() {
    return initialized;
  }

  /** Takes note of a {@code new} instruction with its labels. */
  void newObject(String type, Collection<Label> labels) {
    if (mayInitialize(type)) {
      newObjects++;
      sites.addAll(labels);
    }
  }

  private boolean mayInitialize(String type) {
    return type.equals(owner) || type.equals(superName);
  }

  /**
   * Takes note of a constructor call; returns whether it is the one that initialises {@code this}.
   */
  boolean isInitializedBy(String callee) {
    if (newObjects > 0 && mayInitialize(callee)) {
      newObjects--;
      return false;
    }
    return !initialized && mayInitialize(callee);
  }

  void calledSuper() {
    initialized = true;
  }

  /** Takes note of a frame: the types of its variables and of its stack. */
  void frame(Object[] locals, Object[] stack) {
    initialized =
        Stream.of(locals, stack)
            .flatMap(Stream::of)
            .noneMatch(type -> Opcodes.UNINITIALIZED_THIS.equals(type));
    newObjects =
        (int)
            Stream.of(locals, stack)
                .flatMap(Stream::of)
                .filter(type -> type instanceof Label label && sites.contains(label))
                .distinct()
                .count();
  }
}
