package dev.bottrace.internal.instrument;

import dev.bottrace.internal.symbol.SiteVariable;
import dev.bottrace.internal.watch.Term;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Turns conditions into code, which leaves by {@link Branches#leave} what it can't tell. */
final class TermEmitter {
  private static final String STRING = "java/lang/String";

  private final Branches branches;
  private final String owner;
  private final List<SiteVariable> variables;

  /**
   * Makes an emitter for one place.
   *
   * @param branches where the code goes
   * @param owner internal name of the class
   * @param variables those of the place
   */
  TermEmitter(Branches branches, String owner, List<SiteVariable> variables) {
    this.branches = branches;
    this.owner = owner;
    this.variables = variables;
  }

  /** Jumps if a condition holds or does not hold, and else goes on. */
  void jump(Term term, Label target, boolean when) {
    if (!branches.isReached()) {
      return;
    }
    if (term instanceof Term.Unknown) {
      branches.leave(Opcodes.GOTO);
    } else if (term instanceof Term.Not not) {
      jump(not.operand(), target, !when);
    } else if (term instanceof Term.Logic logic) {
      jumpByLogic(logic, target, when);
    } else if (term instanceof Term.Comparison comparison) {
      compare(comparison, target, when);
    } else if (term instanceof Term.Identity identity) {
      value(identity.left());
      value(identity.right());
      branches.jump(identity.same() == when ? Opcodes.IF_ACMPEQ : Opcodes.IF_ACMPNE, target);
    } else if (term instanceof Term.Choice choice) {
      choose(choice, () -> jump(choice.yes(), target, when), () -> jump(choice.no(), target, when));
    } else {
      value(term);
      branches.jump(PrimitiveCode.jump("!=", when), target);
    }
  }

  private void jumpByLogic(Term.Logic logic, Label target, boolean when) {
    boolean and = logic.operator().equals("&&");
    if (!and && !logic.operator().equals("||")) {
      value(logic.left());
      value(logic.right());
      combine(logic.operator());
      branches.jump(PrimitiveCode.jump("!=", when ^ logic.operator().equals("==")), target);
    } else if (and == when) {
      Label over = new Label();
      jump(logic.left(), over, !when);
      jump(logic.right(), target, when);
      branches.place(over);
    } else {
      jump(logic.left(), target, when);
      jump(logic.right(), target, when);
    }
  }

  /** Combines two conditions on the stack; the opposite of what is wanted for {@code ==}. */
  private void combine(String operator) {
    boolean differ = operator.endsWith("=");
    branches.code().visitInsn(PrimitiveCode.arithmetic(differ ? "^" : operator, 'I'));
  }

  private void compare(Term.Comparison comparison, Label target, boolean when) {
    char kind = comparison.operands().charAt(0);
    number(comparison.left(), kind);
    number(comparison.right(), kind);
    if (kind == 'I') {
      branches.jump(PrimitiveCode.jumpOfInts(comparison.operator(), when), target);
    } else {
      branches.code().visitInsn(PrimitiveCode.comparison(comparison.operator(), kind));
      branches.jump(PrimitiveCode.jump(comparison.operator(), when), target);
    }
  }

  private void choose(Term.Choice choice, Runnable yes, Runnable no) {
    Label otherwise = new Label();
    Label end = new Label();
    jump(choice.test(), otherwise, false);
    if (branches.isReached()) {
      yes.run();
    }
    if (branches.isReached()) {
      branches.jump(Opcodes.GOTO, end);
    }
    branches.place(otherwise);
    if (branches.isReached()) {
      no.run();
    }
    branches.place(end);
  }

  private void number(Term term, char kind) {
    value(term);
    PrimitiveCode.convert(branches.code(), term.descriptor().charAt(0), kind);
  }

  /** Pushes the value of a term that is known. */
  private void value(Term term) {
    if (term instanceof Term.Constant constant) {
      push(constant.value());
    } else if (term instanceof Term.Variable variable) {
      SiteVariable held = variables.get(variable.index());
      int load = Type.getType(held.descriptor()).getOpcode(Opcodes.ILOAD);
      branches.code().visitVarInsn(load, held.slot());
    } else if (term instanceof Term.Choice choice) {
      choose(choice, () -> value(choice.yes()), () -> value(choice.no()));
    } else if (term instanceof Term.Condition) {
      truth(term);
    } else if (term instanceof Term.Converted converted) {
      number(converted.operand(), converted.descriptor().charAt(0));
    } else if (term instanceof Term.Arithmetic arithmetic) {
      compute(arithmetic);
    } else {
      member(term);
    }
  }

  private void push(@Nullable Object value) {
    if (value == null) {
      branches.code().visitInsn(Opcodes.ACONST_NULL);
    } else if (value instanceof Boolean truth) {
      Constants.push(branches.code(), truth ? 1 : 0);
    } else if (value instanceof Character character) {
      Constants.push(branches.code(), character);
    } else if (value instanceof Byte || value instanceof Short || value instanceof Integer) {
      Constants.push(branches.code(), ((Number) value).intValue());
    } else {
      branches.code().visitLdcInsn(value);
    }
  }

  private void truth(Term condition) {
    Label no = new Label();
    Label end = new Label();
    jump(condition, no, false);
    if (branches.isReached()) {
      branches.code().visitInsn(Opcodes.ICONST_1);
      branches.jump(Opcodes.GOTO, end);
    }
    branches.place(no);
    branches.code().visitInsn(Opcodes.ICONST_0);
    branches.place(end);
  }

  private void compute(Term.Arithmetic arithmetic) {
    char kind = arithmetic.descriptor().charAt(0);
    String operator = arithmetic.operator();
    number(arithmetic.left(), kind); // left
    number(arithmetic.right(), operator.startsWith("<") || operator.startsWith(">") ? 'I' : kind);
    if ((operator.equals("/") || operator.equals("%")) && (kind == 'I' || kind == 'J')) {
      leaveIfZero(kind);
    }
    branches.code().visitInsn(PrimitiveCode.arithmetic(operator, kind)); // result
  }

  private void leaveIfZero(char kind) {
    if (kind == 'J') {
      branches.code().visitInsn(Opcodes.DUP2);
      branches.code().visitInsn(Opcodes.LCONST_0);
      branches.code().visitInsn(Opcodes.LCMP);
    } else {
      branches.code().visitInsn(Opcodes.DUP);
    }
    branches.leave(Opcodes.IFEQ);
  }

  private void member(Term term) {
    if (term instanceof Term.Field field) {
      if (field.object() != null) {
        object(field.object());
      }
      int opcode = field.object() == null ? Opcodes.GETSTATIC : Opcodes.GETFIELD;
      branches.code().visitFieldInsn(opcode, owner, field.name(), field.descriptor());
    } else if (term instanceof Term.Element element) {
      object(element.array()); // array
      number(element.index(), 'I'); // array index
      leaveIfOutside(() -> branches.code().visitInsn(Opcodes.ARRAYLENGTH));
      branches.code().visitInsn(Type.getType(term.descriptor()).getOpcode(Opcodes.IALOAD));
    } else if (term instanceof Term.Length length) {
      object(length.array());
      branches.code().visitInsn(Opcodes.ARRAYLENGTH);
    } else if (term instanceof Term.Unboxed unboxed) {
      object(unboxed.box());
      Boxing.unbox(branches.code(), Type.getType(unboxed.descriptor()));
    } else {
      call((Term.TextCall) term);
    }
  }

  /** Pushes a reference that is not null. */
  private void object(Term term) {
    value(term);
    branches.code().visitInsn(Opcodes.DUP);
    branches.leave(Opcodes.IFNULL);
  }

  /** Leaves if the index on the stack is none of the array or text below it. */
  private void leaveIfOutside(Runnable length) {
    branches.code().visitInsn(Opcodes.DUP2); // values index values index
    branches.code().visitInsn(Opcodes.SWAP); // values index index values
    length.run(); // values index index length
    branches.leave(Opcodes.IF_ICMPGE); // values index
    branches.code().visitInsn(Opcodes.DUP); // values index index
    branches.leave(Opcodes.IFLT); // values index
  }

  private void call(Term.TextCall call) {
    text(call.receiver(), call.bounded());
    for (Term argument : call.arguments()) {
      if (call.bounded()) {
        text(argument, true);
      } else {
        number(argument, 'I');
        leaveIfOutside(this::length);
      }
    }
    branches
        .code()
        .visitMethodInsn(Opcodes.INVOKEVIRTUAL, STRING, call.name(), call.types(), false);
  }

  private void text(Term term, boolean bounded) {
    object(term); // text
    if (bounded) {
      branches.code().visitInsn(Opcodes.DUP); // text text
      length(); // text length
      Constants.push(branches.code(), Term.TextCall.MAX_TEXT);
      branches.leave(Opcodes.IF_ICMPGT); // text
    }
  }

  private void length() {
    branches.code().visitMethodInsn(Opcodes.INVOKEVIRTUAL, STRING, "length", "()I", false);
  }
}
