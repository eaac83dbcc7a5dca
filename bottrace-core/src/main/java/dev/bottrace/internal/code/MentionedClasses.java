package dev.bottrace.internal.code;

import java.util.HashMap;
import java.util.Map;
import org.objectweb.asm.ClassReader;

/** The classes that the constant pool of a class file names. */
final class MentionedClasses {
  private static final int CONSTANT_CLASS = 7;

  private MentionedClasses() {}

  /** Returns simple names to binary names. */
  static Map<String, String> of(ClassReader reader) {
    Map<String, String> names = new HashMap<>();
    char[] buffer = new char[reader.getMaxStringLength()];
    for (int i = 1; i < reader.getItemCount(); i++) {
      int offset = reader.getItem(i);
      if (offset > 0 && reader.readByte(offset - 1) == CONSTANT_CLASS) {
        add(names, reader.readUTF8(offset, buffer));
      }
    }
    return names;
  }

  private static void add(Map<String, String> names, String internalName) {
    if (!internalName.startsWith("[")) {
      int simple = Math.max(internalName.lastIndexOf('/'), internalName.lastIndexOf('$')) + 1;
      names.putIfAbsent(internalName.substring(simple), internalName.replace('/', '.'));
    }
  }
}
