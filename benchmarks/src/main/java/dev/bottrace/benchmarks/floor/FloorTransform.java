package dev.bottrace.benchmarks.floor;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Puts calls of a floor into classes, where a person who wrote them by hand would: first thing in a
 * method, and before each return. A method left with an exception has no exit here.
 */
public final class FloorTransform implements UnaryOperator<byte[]> {
  private final String owner;
  private final boolean exits;
  private int methods;

  /**
   * Makes a transform.
   *
   * @param floor the class with the static methods {@code enter(int)} and {@code exit(int)}
   * @param exits whether it has the latter
   */
  public FloorTransform(Class<?> floor, boolean exits) {
    this.owner = floor.getName().replace('.', '/');
    this.exits = exits;
  }

  @Override
  public byte[] apply(byte[] classFile) {
    ClassReader reader = new ClassReader(classFile);
    ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
    reader.accept(new Floored(writer, reader.getAccess()), 0);
    return writer.toByteArray();
  }

  private final class Floored extends ClassVisitor {
    private final boolean isEnum;
    private final boolean isSynthetic;

    Floored(ClassVisitor next, int access) {
      super(Opcodes.ASM9, next);
      this.isEnum = (access & Opcodes.ACC_ENUM) != 0;
      this.isSynthetic = (access & Opcodes.ACC_SYNTHETIC) != 0;
    }

    @Override
    public MethodVisitor visitMethod(
        int access,
        String name,
        String descriptor,
        @Nullable String signature,
        String @Nullable [] exceptions) {
      MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
      return isWritten(access, name, descriptor) ? new Calls(next, methods++) : next;
    }

    /** As section 4 of the contract has it: no bridges, no methods that only the compiler made. */
    private boolean isWritten(int access, String name, String descriptor) {
      if (isSynthetic
          || (access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE | Opcodes.ACC_BRIDGE)) != 0) {
        return false;
      }
      if ((access & Opcodes.ACC_SYNTHETIC) != 0) {
        return name.startsWith("lambda$");
      }
      return !isEnum
          || (!(name.equals("values") && descriptor.startsWith("()"))
              && !(name.equals("valueOf") && descriptor.startsWith("(Ljava/lang/String;)")));
    }
  }

  private final class Calls extends MethodVisitor {
    private final int id;

    Calls(MethodVisitor next, int id) {
      super(Opcodes.ASM9, next);
      this.id = id;
    }

    @Override
    public void visitCode() {
      super.visitCode();
      call("enter");
    }

    @Override
    public void visitInsn(int opcode) {
      if (exits && opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN) {
        call("exit");
      }
      super.visitInsn(opcode);
    }

    private void call(String probe) {
      super.visitIntInsn(Opcodes.SIPUSH, id);
      super.visitMethodInsn(Opcodes.INVOKESTATIC, owner, probe, "(I)V", false);
    }
  }
}
