package dev.bottrace.internal.code;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;

/** The forms of invokedynamic that javac emits, done without their bootstrap methods. */
final class DynamicCalls {
  private static final char ARGUMENT = '\1';
  private static final char CONSTANT = '\2';

  private final Evaluation evaluation;
  private final RecordMethods records;

  DynamicCalls(Evaluation evaluation) {
    this.evaluation = evaluation;
    this.records = new RecordMethods(evaluation);
  }

  void call(Frame frame, InvokeDynamicInsnNode instruction) {
    @Nullable Object[] arguments = frame.pop(Type.getArgumentTypes(instruction.desc));
    char kind = Type.getReturnType(instruction.desc).getDescriptor().charAt(0);
    frame.push(kind, result(frame, instruction, arguments));
  }

  private @Nullable Object result(
      Frame frame, InvokeDynamicInsnNode instruction, @Nullable Object[] arguments) {
    String bootstrap = instruction.bsm.getOwner() + "." + instruction.bsm.getName();
    return switch (bootstrap) {
      case "java/lang/invoke/StringConcatFactory.makeConcatWithConstants" ->
          concatenate(instruction, arguments);
      case "java/lang/invoke/StringConcatFactory.makeConcat" ->
          concatenate("\1".repeat(arguments.length), arguments, new Object[1]);
      case "java/lang/invoke/LambdaMetafactory.metafactory",
          "java/lang/invoke/LambdaMetafactory.altMetafactory" ->
          lambda(frame, instruction, arguments);
      case "java/lang/runtime/ObjectMethods.bootstrap" ->
          records.call(frame, instruction, arguments);
      default -> throw Refusal.of("uses invokedynamic with " + bootstrap.replace('/', '.'));
    };
  }

  private String concatenate(InvokeDynamicInsnNode instruction, @Nullable Object[] arguments) {
    return concatenate((String) instruction.bsmArgs[0], arguments, instruction.bsmArgs);
  }

  private String concatenate(
      String recipe, @Nullable Object[] arguments, @Nullable Object[] constants) {
    StringBuilder text = new StringBuilder();
    int argument = 0;
    int constant = 1;
    for (int i = 0; i < recipe.length(); i++) {
      char c = recipe.charAt(i);
      switch (c) {
        case ARGUMENT -> append(text, evaluation.text(arguments[argument++]));
        case CONSTANT -> append(text, String.valueOf(constants[constant++]));
        default -> append(text, String.valueOf(c));
      }
    }
    return text.toString();
  }

  private void append(StringBuilder text, String part) {
    evaluation.create(part.length());
    text.append(part);
  }

  private VirtualLambda lambda(
      Frame frame, InvokeDynamicInsnNode instruction, @Nullable Object[] captured) {
    evaluation.create(1);
    String type = Type.getReturnType(instruction.desc).getInternalName();
    Class<?> function = evaluation.linker().require(type, frame.owner());
    return new VirtualLambda(function, frame.owner(), (Handle) instruction.bsmArgs[1], captured);
  }
}
