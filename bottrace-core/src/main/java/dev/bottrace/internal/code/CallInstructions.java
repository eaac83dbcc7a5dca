package dev.bottrace.internal.code;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.MethodInsnNode;

/** Instructions that call methods and constructors. */
final class CallInstructions {
  private final Evaluation evaluation;

  CallInstructions(Evaluation evaluation) {
    this.evaluation = evaluation;
  }

  void call(Frame frame, MethodInsnNode instruction) {
    Class<?> owner = evaluation.linker().require(instruction.owner, frame.owner());
    @Nullable Object[] arguments = frame.pop(Type.getArgumentTypes(instruction.desc));
    Callee callee = resolve(owner, instruction);
    if (instruction.name.equals("<init>")) {
      construct(frame, callee, frame.pop(), arguments);
      return;
    }
    boolean isStatic = instruction.getOpcode() == Opcodes.INVOKESTATIC;
    boolean virtual = instruction.getOpcode() != Opcodes.INVOKESPECIAL;
    Object receiver = isStatic ? null : frame.pop();
    Object result = evaluation.dispatch(callee, receiver, arguments, virtual);
    frame.push(callee.resultKind(), result);
  }

  private Callee resolve(Class<?> owner, MethodInsnNode instruction) {
    Callee callee = evaluation.methods().resolve(owner, instruction.name, instruction.desc);
    boolean isStatic = instruction.getOpcode() == Opcodes.INVOKESTATIC;
    if (callee == null || callee.isStatic() != isStatic) {
      throw Refusal.of(
          "calls " + owner.getTypeName() + "." + instruction.name + ", which is not there");
    }
    return callee;
  }

  private void construct(
      Frame frame, Callee callee, @Nullable Object object, @Nullable Object[] arguments) {
    if (object instanceof ObjectInstructions.Unconstructed placeholder) {
      frame.replace(placeholder, evaluation.jdk().construct(callee, arguments));
    } else if (object instanceof VirtualInstance instance) {
      evaluation.construct(callee, instance, arguments);
    } else {
      throw Refusal.of("constructs an object that is there already");
    }
  }
}
