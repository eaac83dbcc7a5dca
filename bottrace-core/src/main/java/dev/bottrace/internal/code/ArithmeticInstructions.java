package dev.bottrace.internal.code;

import org.objectweb.asm.Opcodes;

/** Arithmetic of the four types that the JVM calculates with. */
final class ArithmeticInstructions {
  private ArithmeticInstructions() {}

  static void execute(Frame frame, int opcode) {
    if (opcode >= Opcodes.ISHL) {
      bits(frame, opcode);
    } else if (opcode >= Opcodes.INEG) {
      negate(frame, opcode);
    } else {
      switch ((opcode - Opcodes.IADD) % 4) {
        case 0 -> ints(frame, opcode);
        case 1 -> longs(frame, opcode);
        case 2 -> floats(frame, opcode);
        default -> doubles(frame, opcode);
      }
    }
  }

  private static void negate(Frame frame, int opcode) {
    switch (opcode) {
      case Opcodes.INEG -> frame.push(-frame.popInt());
      case Opcodes.LNEG -> frame.pushWide(-frame.popLong());
      case Opcodes.FNEG -> frame.push(-frame.popFloat());
      default -> frame.pushWide(-frame.popDouble());
    }
  }

  private static void ints(Frame frame, int opcode) {
    int b = frame.popInt();
    int a = frame.popInt();
    frame.push(
        switch (opcode) {
          case Opcodes.IADD -> a + b;
          case Opcodes.ISUB -> a - b;
          case Opcodes.IMUL -> a * b;
          case Opcodes.IDIV -> a / b;
          default -> a % b;
        });
  }

  private static void longs(Frame frame, int opcode) {
    long b = frame.popLong();
    long a = frame.popLong();
    frame.pushWide(
        switch (opcode) {
          case Opcodes.LADD -> a + b;
          case Opcodes.LSUB -> a - b;
          case Opcodes.LMUL -> a * b;
          case Opcodes.LDIV -> a / b;
          default -> a % b;
        });
  }

  private static void floats(Frame frame, int opcode) {
    float b = frame.popFloat();
    float a = frame.popFloat();
    frame.push(
        switch (opcode) {
          case Opcodes.FADD -> a + b;
          case Opcodes.FSUB -> a - b;
          case Opcodes.FMUL -> a * b;
          case Opcodes.FDIV -> a / b;
          default -> a % b;
        });
  }

  private static void doubles(Frame frame, int opcode) {
    double b = frame.popDouble();
    double a = frame.popDouble();
    frame.pushWide(
        switch (opcode) {
          case Opcodes.DADD -> a + b;
          case Opcodes.DSUB -> a - b;
          case Opcodes.DMUL -> a * b;
          case Opcodes.DDIV -> a / b;
          default -> a % b;
        });
  }

  private static void bits(Frame frame, int opcode) {
    boolean isLong = (opcode - Opcodes.ISHL) % 2 == 1;
    if (!isLong) {
      intBits(frame, opcode);
    } else if (opcode <= Opcodes.LUSHR) {
      longShift(frame, opcode);
    } else {
      longBits(frame, opcode);
    }
  }

  private static void intBits(Frame frame, int opcode) {
    int b = frame.popInt();
    int a = frame.popInt();
    frame.push(
        switch (opcode) {
          case Opcodes.ISHL -> a << b;
          case Opcodes.ISHR -> a >> b;
          case Opcodes.IUSHR -> a >>> b;
          case Opcodes.IAND -> a & b;
          case Opcodes.IOR -> a | b;
          default -> a ^ b;
        });
  }

  private static void longShift(Frame frame, int opcode) {
    int b = frame.popInt();
    long a = frame.popLong();
    frame.pushWide(
        switch (opcode) {
          case Opcodes.LSHL -> a << b;
          case Opcodes.LSHR -> a >> b;
          default -> a >>> b;
        });
  }

  private static void longBits(Frame frame, int opcode) {
    long b = frame.popLong();
    long a = frame.popLong();
    frame.pushWide(
        switch (opcode) {
          case Opcodes.LAND -> a & b;
          case Opcodes.LOR -> a | b;
          default -> a ^ b;
        });
  }
}
