package dev.bottrace.internal.code;

import org.objectweb.asm.Opcodes;

/** Conversions between primitive types, and comparisons that leave an int. */
final class Conversions {
  private Conversions() {}

  static void convert(Frame frame, int opcode) {
    if (opcode >= Opcodes.I2B) {
      narrow(frame, opcode);
    } else if (opcode <= Opcodes.I2D) {
      fromInt(frame, opcode);
    } else if (opcode <= Opcodes.L2D) {
      fromLong(frame, opcode);
    } else if (opcode <= Opcodes.F2D) {
      fromFloat(frame, opcode);
    } else {
      fromDouble(frame, opcode);
    }
  }

  private static void narrow(Frame frame, int opcode) {
    int value = frame.popInt();
    frame.push(
        switch (opcode) {
          case Opcodes.I2B -> (int) (byte) value;
          case Opcodes.I2C -> (int) (char) value;
          default -> (int) (short) value;
        });
  }

  private static void fromInt(Frame frame, int opcode) {
    int value = frame.popInt();
    switch (opcode) {
      case Opcodes.I2L -> frame.pushWide((long) value);
      case Opcodes.I2F -> frame.push((float) value);
      default -> frame.pushWide((double) value);
    }
  }

  private static void fromLong(Frame frame, int opcode) {
    long value = frame.popLong();
    switch (opcode) {
      case Opcodes.L2I -> frame.push((int) value);
      case Opcodes.L2F -> frame.push((float) value);
      default -> frame.pushWide((double) value);
    }
  }

  private static void fromFloat(Frame frame, int opcode) {
    float value = frame.popFloat();
    switch (opcode) {
      case Opcodes.F2I -> frame.push((int) value);
      case Opcodes.F2L -> frame.pushWide((long) value);
      default -> frame.pushWide((double) value);
    }
  }

  private static void fromDouble(Frame frame, int opcode) {
    double value = frame.popDouble();
    switch (opcode) {
      case Opcodes.D2I -> frame.push((int) value);
      case Opcodes.D2L -> frame.pushWide((long) value);
      default -> frame.push((float) value);
    }
  }

  static void compare(Frame frame, int opcode) {
    switch (opcode) {
      case Opcodes.LCMP -> {
        long right = frame.popLong();
        frame.push(Long.compare(frame.popLong(), right));
      }
      case Opcodes.FCMPL, Opcodes.FCMPG -> {
        double right = frame.popFloat();
        frame.push(order(frame.popFloat(), right, opcode == Opcodes.FCMPG));
      }
      default -> {
        double right = frame.popDouble();
        frame.push(order(frame.popDouble(), right, opcode == Opcodes.DCMPG));
      }
    }
  }

  private static int order(double left, double right, boolean greaterIfNaN) {
    if (Double.isNaN(left) || Double.isNaN(right)) {
      return greaterIfNaN ? 1 : -1;
    }
    return left < right ? -1 : left > right ? 1 : 0;
  }
}
