package dev.bottrace.internal.launch;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Tells which classes may write to standard output past {@link System#out}, where nobody can see
 * what is written when: by its file descriptor, by the console, or by a process that inherits it.
 */
final class DirectOutput {
  private static final int FIRST_CONSTANT = 10;

  private static final List<byte[]> CONSOLE = List.of(bytes("()Ljava/io/Console;"));

  /** Constants that stand together only in a class that does one of these things. */
  private static final List<List<byte[]>> SIGNS =
      List.of(
          List.of(bytes("Ljava/io/FileDescriptor;"), bytes("out")),
          CONSOLE,
          List.of(bytes("java/lang/ProcessBuilder"), bytes("inheritIO")),
          List.of(bytes("java/lang/ProcessBuilder$Redirect"), bytes("INHERIT")));

  private final byte[] classFile;
  private int at = FIRST_CONSTANT;

  private DirectOutput(byte[] classFile) {
    this.classFile = classFile;
  }

  private static byte[] bytes(String ascii) {
    return ascii.getBytes(StandardCharsets.US_ASCII);
  }

  /** Looks at the constant pool of a class; says no to what is no class file. */
  static boolean isUsedBy(byte[] classFile) {
    try {
      return new DirectOutput(classFile).findSign();
    } catch (IndexOutOfBoundsException e) {
      return false;
    }
  }

  private boolean findSign() {
    List<byte[]> missing = new ArrayList<>();
    for (List<byte[]> sign : SIGNS) {
      missing.addAll(sign);
    }
    int count = unsigned(FIRST_CONSTANT - 2);
    for (int i = 1; i < count; i++) {
      int tag = classFile[at];
      if (tag == 1) {
        int length = unsigned(at + 1);
        remove(missing, at + 3, length);
        at += 3 + length;
      } else {
        at += size(tag);
        i += tag == 5 || tag == 6 ? 1 : 0; // a long or double counts twice
      }
    }
    for (List<byte[]> sign : SIGNS) {
      if (Collections.disjoint(sign, missing) && (sign != CONSOLE || hasConsole())) {
        return true;
      }
    }
    return false;
  }

  @SuppressWarnings("SystemConsoleNull") // where there is one without a terminal, it writes too
  private static boolean hasConsole() {
    return System.console() != null;
  }

  private void remove(List<byte[]> missing, int from, int length) {
    for (int i = 0; i < missing.size(); i++) {
      byte[] wanted = missing.get(i);
      if (wanted.length == length
          && Arrays.equals(wanted, 0, length, classFile, from, from + length)) {
        missing.remove(i);
        return;
      }
    }
  }

  private static int size(int tag) {
    return switch (tag) {
      case 7, 8, 16, 19, 20 -> 3;
      case 15 -> 4;
      case 5, 6 -> 9;
      case 3, 4, 9, 10, 11, 12, 17, 18 -> 5;
      default -> throw new IndexOutOfBoundsException("constant " + tag);
    };
  }

  private int unsigned(int index) {
    return (classFile[index] & 0xff) << 8 | (classFile[index + 1] & 0xff);
  }
}
