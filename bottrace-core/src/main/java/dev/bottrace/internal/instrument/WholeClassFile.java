package dev.bottrace.internal.instrument;

import org.objectweb.asm.ClassReader;

/**
 * Finds what the JVM refuses of a class file, but ASM does not look at: it would write a file that
 * the JVM takes. The layout is that of chapter 4.1 of the Java Virtual Machine Specification.
 */
final class WholeClassFile {
  private static final int MAGIC = 0xCAFEBABE;

  private final ClassReader reader;
  private int at;

  private WholeClassFile(ClassReader reader) {
    this.reader = reader;
    this.at = reader.header + 3 * Short.BYTES; // its flags, its name and that of its superclass
  }

  /**
   * Refuses a class file that does not begin or end as it has to.
   *
   * @param reader has read its constants
   * @param classFile its bytes
   * @throws RuntimeException if the JVM would not take it
   */
  static void check(ClassReader reader, byte[] classFile) {
    if (reader.readInt(0) != MAGIC) {
      throw new IllegalArgumentException("it does not begin as class files do");
    }
    if (new WholeClassFile(reader).end() != classFile.length) {
      throw new IllegalArgumentException("there are bytes behind its end");
    }
  }

  private int end() {
    int interfaces = count();
    at += Short.BYTES * interfaces;
    skipMembers();
    skipMembers();
    skipAttributes();
    return at;
  }

  private int count() {
    int count = reader.readUnsignedShort(at);
    at += Short.BYTES;
    return count;
  }

  /** Fields, or methods. */
  private void skipMembers() {
    for (int left = count(); left > 0; left--) {
      at += 3 * Short.BYTES; // flags, name, descriptor
      skipAttributes();
    }
  }

  private void skipAttributes() {
    for (int left = count(); left > 0; left--) {
      int length = reader.readInt(at + Short.BYTES); // behind the name
      at += Short.BYTES + Integer.BYTES + length;
    }
  }
}
