package dev.bottrace.internal.instrument;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Has class loaders of a program show what instrumented code calls. Many look for classes in a few
 * places only, and would keep it from the classes that they define. So each {@code loadClass} that
 * a class overrides first asks {@code Probes}, in code before its own; nothing else changes.
 */
public final class LoaderProbes {
  private static final String OBJECT = "java/lang/Object";
  private static final String NAME = "loadClass";
  private static final byte[] NAME_BYTES = NAME.getBytes(StandardCharsets.US_ASCII);
  private static final Set<String> DESCRIPTORS =
      Set.of("(Ljava/lang/String;)Ljava/lang/Class;", "(Ljava/lang/String;Z)Ljava/lang/Class;");

  private static final String OURS = "dev/bottrace/";

  private static final int UTF8 = 1;

  private LoaderProbes() {}

  /**
   * Changes a class, if it is that of a class loader.
   *
   * @param classFile its bytes, which are not changed
   * @return the changed bytes; null if it is none, or does not override how classes are loaded
   */
  public static byte @Nullable [] into(byte[] classFile) {
    try {
      ClassReader reader = new ClassReader(classFile);
      return mayBeIn(reader) ? into(reader) : null;
    } catch (RuntimeException e) {
      return null; // newer than what we read, or too large
    }
  }

  /** Tells whether a class may be one, by what it extends and the names among its constants. */
  static boolean mayBeIn(ClassReader reader) {
    String superName = reader.getSuperName();
    return superName != null
        && !superName.equals(OBJECT)
        && (reader.getAccess() & Opcodes.ACC_MODULE) == 0
        && namesMethod(reader)
        && !isOurs(reader.getClassName());
  }

  /** A program may have this library itself, whose loaders know what they show. */
  private static boolean isOurs(String internalName) {
    return internalName.startsWith(OURS) && internalName.startsWith("internal/", OURS.length());
  }

  private static boolean namesMethod(ClassReader reader) {
    for (int item = 1; item < reader.getItemCount(); item++) {
      int at = reader.getItem(item);
      if (at != 0
          && reader.readByte(at - 1) == UTF8
          && reader.readUnsignedShort(at) == NAME_BYTES.length
          && isName(reader, at + 2)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isName(ClassReader reader, int at) {
    for (int i = 0; i < NAME_BYTES.length; i++) {
      if (reader.readByte(at + i) != NAME_BYTES[i]) {
        return false;
      }
    }
    return true;
  }

  private static byte @Nullable [] into(ClassReader reader) {
    ClassWriter writer = new ClassWriter(reader, 0);
    Visitor visitor = new Visitor(writer);
    reader.accept(visitor, 0);
    return visitor.changed ? writer.toByteArray() : null;
  }

  private static final class Visitor extends ClassVisitor {
    private boolean hasFrames;
    boolean changed;

    Visitor(ClassVisitor out) {
      super(Opcodes.ASM9, out);
    }

    @Override
    public void visit(
        int version,
        int access,
        String name,
        @Nullable String signature,
        @Nullable String superClass,
        String @Nullable [] interfaces) {
      hasFrames = (version & 0xFFFF) >= Opcodes.V1_6;
      super.visit(version, access, name, signature, superClass, interfaces);
    }

    @Override
    public MethodVisitor visitMethod(
        int access,
        String name,
        String descriptor,
        @Nullable String signature,
        String @Nullable [] exceptions) {
      MethodVisitor out = super.visitMethod(access, name, descriptor, signature, exceptions);
      int none = Opcodes.ACC_STATIC | Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE;
      if ((access & none) != 0 || !name.equals(NAME) || !DESCRIPTORS.contains(descriptor)) {
        return out;
      }
      changed = true;
      return new AsksFirst(out, hasFrames);
    }
  }

  /** Asks before the method's own code does anything. */
  private static final class AsksFirst extends MethodVisitor {
    private static final int STACK = 2;

    private final boolean hasFrames;

    AsksFirst(MethodVisitor out, boolean hasFrames) {
      super(Opcodes.ASM9, out);
      this.hasFrames = hasFrames;
    }

    @Override
    public void visitCode() {
      super.visitCode();
      Label own = new Label();
      super.visitVarInsn(Opcodes.ALOAD, 0);
      super.visitVarInsn(Opcodes.ALOAD, 1); // this, name
      super.visitMethodInsn(
          Opcodes.INVOKESTATIC,
          ProbeEmitter.PROBES,
          "shown",
          "(Ljava/lang/Object;Ljava/lang/String;)Ljava/lang/Class;",
          false); // class
      super.visitInsn(Opcodes.DUP); // class, class
      super.visitJumpInsn(Opcodes.IFNULL, own); // class
      super.visitInsn(Opcodes.ARETURN);
      super.visitLabel(own);
      if (hasFrames) {
        super.visitFrame(Opcodes.F_SAME1, 0, null, 1, new Object[] {"java/lang/Class"}); // class
      }
      super.visitInsn(Opcodes.POP); // so that the method's first frame may be at its first bytecode
    }

    @Override
    public void visitMaxs(int maxStack, int maxLocals) {
      super.visitMaxs(Math.max(maxStack, STACK), maxLocals);
    }
  }
}
