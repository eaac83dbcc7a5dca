package dev.bottrace.internal.instrument;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Has classes of the JDK tell where tasks are handed over, and where they run. Nothing else of them
 * changes: no member, no frame but that of a handler, no line.
 */
public final class HandoverProbes {
  private HandoverProbes() {}

  /**
   * Names the classes that have something to tell.
   *
   * @return binary names, of which a JDK may lack some
   */
  public static List<String> classNames() {
    List<String> names = new ArrayList<>();
    HandoverPoint.owners().forEach(owner -> names.add(owner.replace('/', '.')));
    return names;
  }

  /**
   * Names the class inside which there are more of them: the stages, tried until they are ready.
   *
   * @return its binary name
   */
  public static String classOfStages() {
    return HandoverPoint.STAGES.replace('/', '.').substring(0, HandoverPoint.STAGES.length() - 1);
  }

  /**
   * Puts probes into a class.
   *
   * @param name its internal name
   * @param classFile its bytes
   * @return the changed bytes; null if it has no place for any
   */
  public static byte @Nullable [] into(String name, byte[] classFile) {
    List<HandoverPoint> points = HandoverPoint.of(name);
    if (points.isEmpty()) {
      return null;
    }
    ClassReader reader = new ClassReader(classFile);
    ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
    Visitor visitor = new Visitor(writer, name, points);
    reader.accept(visitor, 0);
    return visitor.changed ? writer.toByteArray() : null;
  }

  private static final class Visitor extends ClassVisitor {
    private final String owner;
    private final List<HandoverPoint> points;
    boolean changed;

    Visitor(ClassVisitor out, String owner, List<HandoverPoint> points) {
      super(Opcodes.ASM9, out);
      this.owner = owner;
      this.points = points;
    }

    @Override
    public MethodVisitor visitMethod(
        int access,
        String name,
        String descriptor,
        @Nullable String signature,
        String @Nullable [] exceptions) {
      MethodVisitor out = super.visitMethod(access, name, descriptor, signature, exceptions);
      int none = Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE | Opcodes.ACC_BRIDGE;
      for (HandoverPoint point : points) {
        if ((access & none) == 0 && point.isIn(name, descriptor)) {
          changed = true;
          return new HandoverMethod(out, owner, point.kind());
        }
      }
      return out;
    }
  }
}
