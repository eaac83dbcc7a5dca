package dev.bottrace.internal.instrument;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;

/**
 * What is to be known of a class before it is transformed: read in one pass over the members'
 * tables, without their code. The format is that of the Java Virtual Machine Specification, chapter
 * 4.
 */
final class ClassOutline {
  private final ClassReader reader;
  private final char[] buffer;
  private final List<MethodOutline> methods = new ArrayList<>();
  private @Nullable String sourceFile;
  private boolean hasLines;
  private boolean namesVariables;

  private ClassOutline(ClassReader reader) {
    this.reader = reader;
    this.buffer = new char[reader.getMaxStringLength()];
  }

  static ClassOutline of(ClassReader reader) {
    ClassOutline outline = new ClassOutline(reader);
    outline.readMembers();
    return outline;
  }

  String internalName() {
    return reader.getClassName();
  }

  /** Returns the binary name. */
  String className() {
    return internalName().replace('/', '.');
  }

  /** Returns package path and source file; null if the class does not name its source. */
  @Nullable String sourcePath() {
    return sourceFile == null
        ? null
        : internalName().substring(0, internalName().lastIndexOf('/') + 1) + sourceFile;
  }

  boolean hasLines() {
    return hasLines;
  }

  /** Tells whether any method says what its variables are called. */
  boolean namesVariables() {
    return namesVariables;
  }

  boolean isEnum() {
    return (reader.getAccess() & Opcodes.ACC_ENUM) != 0;
  }

  boolean isSynthetic() {
    return (reader.getAccess() & Opcodes.ACC_SYNTHETIC) != 0;
  }

  /** Returns the methods in the order of the class file. */
  List<MethodOutline> methods() {
    return methods;
  }

  private void readMembers() {
    int interfaces = reader.header + 6;
    int at = interfaces + 2 + 2 * reader.readUnsignedShort(interfaces);
    int fields = reader.readUnsignedShort(at);
    at += 2;
    for (int i = 0; i < fields; i++) {
      at = endOfAttributes(at + 6);
    }
    int count = reader.readUnsignedShort(at);
    at += 2;
    for (int i = 0; i < count; i++) {
      readMethod(at);
      at = endOfAttributes(at + 6);
    }
    readSourceFile(at);
  }

  private void readSourceFile(int attributes) {
    int at = attributes + 2;
    for (int left = reader.readUnsignedShort(attributes); left > 0; left--) {
      if (reader.readUTF8(at, buffer).equals("SourceFile")) {
        sourceFile = reader.readUTF8(at + 6, buffer);
      }
      at = next(at);
    }
  }

  private void readMethod(int method) {
    int access = reader.readUnsignedShort(method);
    String name = reader.readUTF8(method + 2, buffer);
    String descriptor = reader.readUTF8(method + 4, buffer);
    int code = 0;
    int at = method + 8;
    for (int left = reader.readUnsignedShort(method + 6); left > 0; left--) {
      if (reader.readUTF8(at, buffer).equals("Code")) {
        code = at + 6;
      }
      at = next(at);
    }
    int line = code == 0 ? 0 : firstLine(code);
    hasLines |= line != 0;
    int size = code == 0 ? 0 : reader.readInt(code + 4);
    int maxStack = code == 0 ? 0 : reader.readUnsignedShort(code);
    int maxLocals = code == 0 ? 0 : reader.readUnsignedShort(code + 2);
    methods.add(new MethodOutline(access, name, descriptor, size, maxStack, maxLocals, line));
  }

  private int firstLine(int code) {
    int handlers = code + 8 + reader.readInt(code + 4);
    int attributes = handlers + 2 + 8 * reader.readUnsignedShort(handlers);
    int firstPc = Integer.MAX_VALUE;
    int line = 0;
    int at = attributes + 2;
    for (int left = reader.readUnsignedShort(attributes); left > 0; left--) {
      String name = reader.readUTF8(at, buffer);
      namesVariables |= name.equals("LocalVariableTable");
      if (name.equals("LineNumberTable")) {
        for (int i = 0, entry = at + 8; i < reader.readUnsignedShort(at + 6); i++, entry += 4) {
          int pc = reader.readUnsignedShort(entry);
          if (pc < firstPc) {
            firstPc = pc;
            line = reader.readUnsignedShort(entry + 2);
          }
        }
      }
      at = next(at);
    }
    return line;
  }

  private int endOfAttributes(int attributes) {
    int at = attributes + 2;
    for (int left = reader.readUnsignedShort(attributes); left > 0; left--) {
      at = next(at);
    }
    return at;
  }

  private int next(int attribute) {
    return attribute + 6 + reader.readInt(attribute + 2);
  }
}
