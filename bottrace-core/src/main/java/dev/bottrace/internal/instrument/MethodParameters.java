package dev.bottrace.internal.instrument;

import java.lang.reflect.Executable;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * The names and flags of the parameters of a class's methods, as far as its compiler was told to
 * keep them: the attributes {@code MethodParameters}, chapter 4.7.24 of the Java Virtual Machine
 * Specification. Not to be changed once it is made.
 */
public final class MethodParameters {
  private final Map<String, List<Named>> byMethod = new HashMap<>();

  private MethodParameters() {}

  /** As in the class file: the name may be missing. */
  private record Named(@Nullable String name, int access) {}

  /**
   * Reads those of a class.
   *
   * @param classFile its bytes
   * @return empty if there are none
   */
  public static MethodParameters of(byte[] classFile) {
    MethodParameters parameters = new MethodParameters();
    new ClassReader(classFile).accept(parameters.new Collector(), ClassReader.SKIP_CODE);
    return parameters;
  }

  /**
   * Asks a loaded class for those that it has, of which there may be no file. Loads the types of
   * its methods.
   *
   * @param type the class
   * @return empty if there are none
   * @throws LinkageError if a type is missing
   */
  public static MethodParameters of(Class<?> type) {
    MethodParameters parameters = new MethodParameters();
    Stream.of(type.getDeclaredMethods())
        .forEach(
            method -> parameters.add(method.getName() + Type.getMethodDescriptor(method), method));
    Stream.of(type.getDeclaredConstructors())
        .forEach(made -> parameters.add("<init>" + Type.getConstructorDescriptor(made), made));
    return parameters;
  }

  private void add(String key, Executable method) {
    List<Named> parameters = new ArrayList<>();
    boolean any = false;
    for (Parameter parameter : method.getParameters()) {
      boolean named = parameter.isNamePresent();
      any |= named;
      parameters.add(new Named(named ? parameter.getName() : null, parameter.getModifiers()));
    }
    if (any) {
      byMethod.put(key, parameters);
    }
  }

  private final class Collector extends ClassVisitor {
    Collector() {
      super(Opcodes.ASM9);
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String descriptor, String signature, String[] exceptions) {
      List<Named> parameters = new ArrayList<>();
      return new MethodVisitor(Opcodes.ASM9) {
        @Override
        public void visitParameter(String parameter, int flags) {
          parameters.add(new Named(parameter, flags));
          byMethod.put(name + descriptor, parameters);
        }
      };
    }
  }

  /**
   * Tells whether no method has any.
   *
   * @return true if there is nothing to keep
   */
  public boolean isEmpty() {
    return byMethod.isEmpty();
  }

  /**
   * Adds them to the methods of a class that has lost them.
   *
   * @param classFile its bytes, which are not changed
   * @return the class with them
   */
  public byte[] into(byte[] classFile) {
    ClassReader reader = new ClassReader(classFile);
    ClassWriter writer = new ClassWriter(reader, 0);
    reader.accept(new Adder(writer), 0);
    return writer.toByteArray();
  }

  private final class Adder extends ClassVisitor {
    Adder(ClassWriter writer) {
      super(Opcodes.ASM9, writer);
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String descriptor, String signature, String[] exceptions) {
      MethodVisitor method = super.visitMethod(access, name, descriptor, signature, exceptions);
      for (Named parameter : byMethod.getOrDefault(name + descriptor, List.of())) {
        method.visitParameter(parameter.name(), parameter.access());
      }
      return new MethodVisitor(Opcodes.ASM9, method) {}; // or it would copy the method as it is
    }
  }
}
