package dev.bottrace.internal.instrument;

import java.util.List;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Instructions for values of primitive types, which are named by the letter of their descriptor.
 */
final class PrimitiveCode {
  private static final List<String> ARITHMETIC = List.of("+", "-", "*", "/", "%");
  private static final List<String> INTEGRAL = List.of("<<", ">>", ">>>", "&", "|", "^");
  private static final List<String> COMPARISONS = List.of("==", "!=", "<", ">=", ">", "<=");
  private static final String WIDE = "IJFD";

  private PrimitiveCode() {}

  /** Returns the instruction that an operator is for int, long, float or double. */
  static int arithmetic(String operator, char kind) {
    int type = WIDE.indexOf(kind);
    return INTEGRAL.contains(operator)
        ? Opcodes.ISHL + 2 * INTEGRAL.indexOf(operator) + type
        : Opcodes.IADD + 4 * ARITHMETIC.indexOf(operator) + type;
  }

  /** Returns the jump that is taken if a comparison with zero has some outcome. */
  static int jump(String operator, boolean when) {
    int condition = COMPARISONS.indexOf(operator);
    return Opcodes.IFEQ + (when ? condition : condition ^ 1);
  }

  /** Returns the jump that is taken if a comparison of two ints has some outcome. */
  static int jumpOfInts(String operator, boolean when) {
    return jump(operator, when) - Opcodes.IFEQ + Opcodes.IF_ICMPEQ;
  }

  /** Returns the instruction that compares; what is not a number makes the operator fail. */
  static int comparison(String operator, char kind) {
    if (kind == 'J') {
      return Opcodes.LCMP;
    }
    boolean less = operator.startsWith("<");
    return kind == 'F'
        ? (less ? Opcodes.FCMPG : Opcodes.FCMPL)
        : (less ? Opcodes.DCMPG : Opcodes.DCMPL);
  }

  /** Converts the value on the stack. */
  static void convert(MethodVisitor out, char from, char to) {
    char source = stacked(from);
    char target = stacked(to);
    if (source != target) {
      int wide = WIDE.indexOf(source);
      int others = WIDE.replace(String.valueOf(source), "").indexOf(target);
      out.visitInsn(Opcodes.I2L + 3 * wide + others);
    }
    if (to != from && to != target) {
      out.visitInsn(to == 'B' ? Opcodes.I2B : to == 'C' ? Opcodes.I2C : Opcodes.I2S);
    }
  }

  /** Narrow types are ints on the stack. */
  static char stacked(char kind) {
    return WIDE.indexOf(kind) >= 0 ? kind : 'I';
  }
}
