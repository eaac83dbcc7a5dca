package dev.bottrace.internal.instrument;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;

/**
 * Which calls that end the JVM go through a probe, in all classes of the program, traced or not.
 */
public enum ExitCalls {
  /** None. */
  NONE,
  /** {@link Runtime#halt}, as it runs no shutdown hook. */
  HALT,
  /** Those and {@link System#exit} and {@link Runtime#exit}. */
  ALL;

  /** The names of the methods, as four bytes each. */
  private static final int HALT_NAME = 0x68616C74;

  private static final int EXIT_NAME = 0x65786974;
  private static final int UTF8 = 1;

  /**
   * Tells whether a class may contain such a call, by looking for the method's name among its
   * constants.
   */
  boolean mayBeIn(ClassReader reader) {
    if (this == NONE) {
      return false;
    }
    for (int item = 1; item < reader.getItemCount(); item++) {
      int at = reader.getItem(item);
      if (at != 0
          && reader.readByte(at - 1) == UTF8
          && reader.readUnsignedShort(at) == Integer.BYTES) {
        int name = reader.readInt(at + 2);
        if (name == HALT_NAME || (this == ALL && name == EXIT_NAME)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Returns the method of {@code Probes} that stands for such a call; null for all other calls. */
  @Nullable Handle probeFor(String owner, String name, String descriptor) {
    if (this == NONE || !descriptor.equals("(I)V")) {
      return null;
    }
    boolean onRuntime = owner.equals("java/lang/Runtime");
    if (onRuntime && name.equals("halt")) {
      return probe("halt", "(Ljava/lang/Runtime;I)V");
    }
    if (onRuntime && this == ALL && name.equals("exit")) {
      return probe("exit", "(Ljava/lang/Runtime;I)V");
    }
    return this == ALL && name.equals("exit") && owner.equals("java/lang/System")
        ? probe("exit", "(I)V")
        : null;
  }

  private static Handle probe(String name, String descriptor) {
    return new Handle(Opcodes.H_INVOKESTATIC, ProbeEmitter.PROBES, name, descriptor, false);
  }
}
