package dev.bottrace.internal.code;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;

/** Instructions that create objects, ask for their class, read and write their fields. */
final class ObjectInstructions {
  private final Evaluation evaluation;
  private final Linker linker;

  ObjectInstructions(Evaluation evaluation) {
    this.evaluation = evaluation;
    this.linker = evaluation.linker();
  }

  void typed(Frame frame, TypeInsnNode instruction) {
    switch (instruction.getOpcode()) {
      case Opcodes.NEW -> create(frame, linker.require(instruction.desc, frame.owner()));
      case Opcodes.ANEWARRAY -> {
        Class<?> component = linker.require(instruction.desc, frame.owner());
        frame.push(ArrayAccess.create(evaluation, component, frame.popInt()));
      }
      case Opcodes.INSTANCEOF -> {
        Object object = frame.pop();
        frame.push(object != null && isInstance(frame, instruction.desc, object) ? 1 : 0);
      }
      default -> cast(frame, instruction.desc);
    }
  }

  private void create(Frame frame, Class<?> type) {
    evaluation.create(1);
    boolean virtual = !ClassModel.isJdk(type) || Throwable.class.isAssignableFrom(type);
    if (virtual && Modifier.isAbstract(type.getModifiers())) {
      throw Refusal.of("creates a " + type.getTypeName() + ", which is abstract");
    }
    if (virtual && !ClassModel.isJdk(type)) {
      linker.requireInitialized(type);
    }
    frame.push(virtual ? new VirtualInstance(type) : new Unconstructed(type));
  }

  /** Stands for an object of the JDK until its constructor is called. */
  record Unconstructed(Class<?> type) {
    @Override
    public boolean equals(@Nullable Object other) {
      return this == other;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(this);
    }
  }

  /** There is no instance of a class that is not loaded. */
  private boolean isInstance(Frame frame, String internalName, Object object) {
    Class<?> type = linker.internal(internalName, frame.owner());
    return type != null && Values.isInstance(type, object);
  }

  private void cast(Frame frame, String internalName) {
    Object object = frame.pop();
    if (object != null && !isInstance(frame, internalName, object)) {
      String from = Values.typeOf(object).getTypeName();
      throw evaluation.exception(
          ClassCastException.class, from + " cannot be cast to " + internalName.replace('/', '.'));
    }
    frame.push(object);
  }

  void constant(Frame frame, Object constant) {
    if (constant instanceof Type type && type.getSort() != Type.METHOD) {
      frame.push(linker.require(type.getInternalName(), frame.owner()));
    } else if (constant instanceof Long || constant instanceof Double) {
      frame.pushWide(constant);
    } else if (constant instanceof String string) {
      frame.push(string.intern());
    } else if (constant instanceof Number) {
      frame.push(constant);
    } else {
      throw Refusal.of("computes a constant by a method");
    }
  }

  void field(Frame frame, FieldInsnNode instruction) {
    char kind = instruction.desc.charAt(0);
    switch (instruction.getOpcode()) {
      case Opcodes.GETSTATIC -> frame.push(kind, linker.readStatic(find(frame, instruction)));
      case Opcodes.PUTSTATIC -> throw written(find(frame, instruction));
      case Opcodes.GETFIELD -> {
        Field field = find(frame, instruction);
        frame.push(kind, Linker.read(field, nonNull(frame.pop(), "reads", field)));
      }
      default -> {
        Object value = frame.pop(kind);
        write(find(frame, instruction), frame.pop(), value);
      }
    }
  }

  private void write(Field field, @Nullable Object owner, @Nullable Object value) {
    Object object = nonNull(owner, "writes", field);
    if (!(object instanceof VirtualInstance created)) {
      throw written(field);
    }
    created.set(field, value);
  }

  private static Refusal written(Field field) {
    return Refusal.of("writes field " + Linker.name(field));
  }

  private Object nonNull(@Nullable Object object, String verb, Field field) {
    if (object == null) {
      String message = verb + " field \"" + field.getName() + "\" of null";
      throw evaluation.exception(NullPointerException.class, message);
    }
    return object;
  }

  private Field find(Frame frame, FieldInsnNode instruction) {
    Class<?> owner = linker.require(instruction.owner, frame.owner());
    Class<?> type = linker.resolve(instruction.desc, frame.owner());
    Field field = Linker.field(owner, instruction.name, type);
    if (field == null) {
      throw Refusal.of("reads field " + instruction.name + ", which is hidden or missing");
    }
    return field;
  }
}
