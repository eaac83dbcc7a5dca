package dev.bottrace.internal.code;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MultiANewArrayInsnNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/** Executes the bytecode of methods of the program, and refuses what would have an effect. */
final class Interpreter {
  private final Evaluation evaluation;
  private final ArrayInstructions arrays;
  private final ObjectInstructions objects;
  private final CallInstructions calls;
  private final DynamicCalls dynamicCalls;

  Interpreter(Evaluation evaluation) {
    this.evaluation = evaluation;
    this.arrays = new ArrayInstructions(evaluation);
    this.objects = new ObjectInstructions(evaluation);
    this.calls = new CallInstructions(evaluation);
    this.dynamicCalls = new DynamicCalls(evaluation);
  }

  @Nullable Object run(Callee method, @Nullable Object receiver, @Nullable Object[] arguments) {
    Frame frame = new Frame(method, body(method));
    evaluation.meter().enter();
    try {
      frame.arguments(receiver, arguments);
      while (!frame.isDone()) {
        runToThrow(frame);
      }
      return frame.result();
    } catch (Refusal refusal) {
      throw refusal.by(subject(method), frame.place());
    } finally {
      evaluation.meter().leave();
    }
  }

  private static MethodBody body(Callee method) {
    MethodBody body = method.body();
    String reason = null;
    if (method.isSynchronized()) {
      reason = "takes a monitor: it is synchronized";
    } else if (method.isNative()) {
      reason = "is native";
    } else if (body == null) {
      reason = "has no code";
    }
    if (reason != null || body == null) {
      String place = body == null ? null : body.firstPlace();
      throw Refusal.of(String.valueOf(reason)).by(subject(method), place);
    }
    return body;
  }

  private static String subject(Callee method) {
    return method.name().equals("<init>")
        ? "new " + Linker.shortName(method.owner()) + "()"
        : method.name() + "()";
  }

  /** Runs until the end or until an exception has found its handler. */
  private void runToThrow(Frame frame) {
    try {
      while (!frame.isDone()) {
        AbstractInsnNode instruction = frame.body().at(frame.index());
        if (instruction.getOpcode() >= 0) {
          evaluation.meter().step();
          execute(frame, instruction);
        }
        frame.advance();
      }
    } catch (Thrown thrown) {
      handle(frame, thrown);
    }
  }

  private void handle(Frame frame, Thrown thrown) {
    for (TryCatchBlockNode handler : frame.body().handlers()) {
      boolean covers =
          frame.body().indexOf(handler.start) <= frame.index()
              && frame.index() < frame.body().indexOf(handler.end);
      if (covers && catches(frame, handler, thrown.exception())) {
        frame.clearStack();
        frame.push(thrown.exception());
        frame.jump(frame.body().indexOf(handler.handler));
        frame.advance();
        return;
      }
    }
    throw thrown;
  }

  private boolean catches(Frame frame, TryCatchBlockNode handler, Object exception) {
    if (handler.type == null) {
      return true;
    }
    Class<?> type = evaluation.linker().internal(handler.type, frame.owner());
    return type != null && Values.isInstance(type, exception);
  }

  private void execute(Frame frame, AbstractInsnNode instruction) {
    int opcode = instruction.getOpcode();
    switch (instruction.getType()) {
      case AbstractInsnNode.INSN -> plain(frame, opcode);
      case AbstractInsnNode.INT_INSN -> intOperand(frame, (IntInsnNode) instruction);
      case AbstractInsnNode.VAR_INSN -> variable(frame, (VarInsnNode) instruction);
      case AbstractInsnNode.IINC_INSN -> increment(frame, (IincInsnNode) instruction);
      case AbstractInsnNode.TYPE_INSN -> objects.typed(frame, (TypeInsnNode) instruction);
      case AbstractInsnNode.FIELD_INSN -> objects.field(frame, (FieldInsnNode) instruction);
      case AbstractInsnNode.METHOD_INSN -> calls.call(frame, (MethodInsnNode) instruction);
      case AbstractInsnNode.INVOKE_DYNAMIC_INSN ->
          dynamicCalls.call(frame, (InvokeDynamicInsnNode) instruction);
      case AbstractInsnNode.JUMP_INSN -> Jumps.jump(frame, (JumpInsnNode) instruction);
      case AbstractInsnNode.LDC_INSN -> objects.constant(frame, ((LdcInsnNode) instruction).cst);
      case AbstractInsnNode.TABLESWITCH_INSN ->
          Jumps.table(frame, (TableSwitchInsnNode) instruction);
      case AbstractInsnNode.LOOKUPSWITCH_INSN ->
          Jumps.lookup(frame, (LookupSwitchInsnNode) instruction);
      case AbstractInsnNode.MULTIANEWARRAY_INSN ->
          arrays.createAll(frame, (MultiANewArrayInsnNode) instruction);
      default -> throw Refusal.of("uses an instruction that is not known: " + opcode);
    }
  }

  private void plain(Frame frame, int opcode) {
    if (opcode <= Opcodes.DCONST_1) {
      StackInstructions.constant(frame, opcode);
    } else if (opcode <= Opcodes.SALOAD) {
      arrays.load(frame, opcode);
    } else if (opcode <= Opcodes.SASTORE) {
      arrays.store(frame, opcode);
    } else if (opcode <= Opcodes.SWAP) {
      StackInstructions.move(frame, opcode);
    } else if (opcode <= Opcodes.LXOR) {
      arithmetic(frame, opcode);
    } else if (opcode <= Opcodes.I2S) {
      Conversions.convert(frame, opcode);
    } else if (opcode <= Opcodes.DCMPG) {
      Conversions.compare(frame, opcode);
    } else if (opcode <= Opcodes.RETURN) {
      finish(frame, opcode);
    } else {
      other(frame, opcode);
    }
  }

  private void arithmetic(Frame frame, int opcode) {
    try {
      ArithmeticInstructions.execute(frame, opcode);
    } catch (ArithmeticException e) {
      throw evaluation.exception(ArithmeticException.class, "/ by zero");
    }
  }

  private static void finish(Frame frame, int opcode) {
    char kind = frame.method().resultKind();
    frame.finish(opcode == Opcodes.RETURN ? null : frame.pop(kind));
  }

  private void other(Frame frame, int opcode) {
    switch (opcode) {
      case Opcodes.ARRAYLENGTH -> arrays.length(frame);
      case Opcodes.ATHROW -> {
        Object exception = frame.pop();
        if (exception == null) {
          throw evaluation.exception(NullPointerException.class, "null is thrown");
        }
        throw new Thrown(exception);
      }
      default -> throw Refusal.of("takes a monitor");
    }
  }

  private void intOperand(Frame frame, IntInsnNode instruction) {
    if (instruction.getOpcode() == Opcodes.NEWARRAY) {
      arrays.createPrimitive(frame, instruction.operand);
    } else {
      frame.push(instruction.operand);
    }
  }

  private static void variable(Frame frame, VarInsnNode instruction) {
    int slot = instruction.var;
    switch (instruction.getOpcode()) {
      case Opcodes.LLOAD -> frame.push('J', frame.local(slot));
      case Opcodes.DLOAD -> frame.push('D', frame.local(slot));
      case Opcodes.ILOAD, Opcodes.FLOAD, Opcodes.ALOAD -> frame.push(frame.local(slot));
      case Opcodes.LSTORE, Opcodes.DSTORE -> frame.local(slot, frame.popWide());
      case Opcodes.ISTORE, Opcodes.FSTORE, Opcodes.ASTORE -> frame.local(slot, frame.pop());
      default -> throw Refusal.of("calls a subroutine of an old compiler");
    }
  }

  private static void increment(Frame frame, IincInsnNode instruction) {
    int before = frame.local(instruction.var) instanceof Integer number ? number : 0;
    frame.local(instruction.var, before + instruction.incr);
  }
}
