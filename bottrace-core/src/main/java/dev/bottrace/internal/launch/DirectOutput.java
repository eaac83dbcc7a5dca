package dev.bottrace.internal.launch;

import java.util.List;

/**
 * Tells which classes may write to standard output past {@link System#out}, where nobody can see
 * what is written when: by its file descriptor, by the console, or by a process that inherits it.
 */
final class DirectOutput {
  private static final List<byte[]> CONSOLE = List.of(ConstantPool.text("()Ljava/io/Console;"));

  /** Constants that stand together only in a class that does one of these things. */
  private static final List<List<byte[]>> SIGNS =
      List.of(
          List.of(ConstantPool.text("Ljava/io/FileDescriptor;"), ConstantPool.text("out")),
          CONSOLE,
          List.of(ConstantPool.text("java/lang/ProcessBuilder"), ConstantPool.text("inheritIO")),
          List.of(
              ConstantPool.text("java/lang/ProcessBuilder$Redirect"),
              ConstantPool.text("INHERIT")));

  private DirectOutput() {}

  /** Looks at the constants of a class; says no to what is no class file. */
  static boolean isUsedBy(byte[] classFile) {
    ConstantPool constants = ConstantPool.of(classFile);
    if (constants == null) {
      return false;
    }
    for (List<byte[]> sign : SIGNS) {
      if (hasAll(constants, sign) && (sign != CONSOLE || hasConsole())) {
        return true;
      }
    }
    return false;
  }

  /** No lambda: see "A start that is prepared". */
  private static boolean hasAll(ConstantPool constants, List<byte[]> sign) {
    for (byte[] text : sign) {
      if (!constants.has(text)) {
        return false;
      }
    }
    return true;
  }

  @SuppressWarnings("SystemConsoleNull") // where there is one without a terminal, it writes too
  private static boolean hasConsole() {
    return System.console() != null;
  }
}
