package dev.bottrace.internal.launch;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * Changes class files of ours for the boot class path. Only constants change, and the version.
 *
 * <p>Names move into a package of their own, so that no program finds there what it may carry
 * itself; those that the code of programs refers to keep theirs. Stand-ins make way for the JDK's
 * types, and our annotation for hidden frames for the JVM's, which honours it there. Class files
 * before version 50 are said to have that one: the JVM archives no older ones, and verifies none of
 * the boot loader's.
 */
final class BootClassFile {
  private static final String OURS = "dev/bottrace/";
  private static final String TARGET = "dev/bottrace/boot/";

  /** Ours, and the libraries where they have their own names. */
  private static final List<String> MOVED =
      List.of(OURS, "org/objectweb/asm/", "com/fasterxml/jackson/", "picocli/");

  private static final List<String> KEPT =
      List.of("dev/bottrace/runtime/", "dev/bottrace/cli/Main", TARGET);

  private static final String HIDDEN_FRAME = "Ldev/bottrace/runtime/HiddenFrame;";
  private static final String THE_JVMS = "Ljdk/internal/vm/annotation/Hidden;";

  private static final int OLDEST_ARCHIVED = 50;
  private static final int UTF8 = 1;

  private BootClassFile() {}

  /** Tells whether something belongs on the boot class path. */
  static boolean isWanted(String path) {
    String type = path.endsWith(".class") ? path.substring(0, path.length() - 6) : path;
    return moved(path) && !JdkStandIns.NAMES.containsKey(type);
  }

  /** Returns where a class file or another resource goes; itself if it is not ours. */
  static String target(String path) {
    return text(path, '/');
  }

  private static boolean moved(String path) {
    for (String prefix : MOVED) {
      if (path.startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }

  static byte[] changed(byte[] classFile) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(classFile));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(classFile.length + 1024);
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeInt(in.readInt());
    int minor = in.readUnsignedShort();
    int major = in.readUnsignedShort();
    out.writeShort(major < OLDEST_ARCHIVED ? 0 : minor);
    out.writeShort(Math.max(major, OLDEST_ARCHIVED));
    constants(in, out);
    in.transferTo(out);
    return bytes.toByteArray();
  }

  private static void constants(DataInputStream in, DataOutputStream out) throws IOException {
    int count = in.readUnsignedShort();
    out.writeShort(count);
    for (int i = 1; i < count; i++) {
      int tag = in.readUnsignedByte();
      out.writeByte(tag);
      if (tag == UTF8) {
        out.writeUTF(constant(in.readUTF()));
      } else {
        out.write(in.readNBytes(size(tag)));
        i += tag == 5 || tag == 6 ? 1 : 0; // a long or double counts twice
      }
    }
  }

  private static int size(int tag) throws IOException {
    return switch (tag) {
      case 7, 8, 16, 19, 20 -> 2;
      case 15 -> 3;
      case 3, 4, 9, 10, 11, 12, 17, 18 -> 4;
      case 5, 6 -> 8;
      default -> throw new IOException("constant " + tag);
    };
  }

  /** Changes a name, a descriptor, a signature, or a string that holds a name. */
  private static String constant(String text) {
    if (text.equals(HIDDEN_FRAME)) {
      return THE_JVMS;
    }
    String changed = text;
    if (text.contains("JdkStandIns$")) {
      for (Map.Entry<String, String> standIn : JdkStandIns.NAMES.entrySet()) {
        changed = changed.replace(standIn.getKey(), standIn.getValue());
      }
    }
    return text(text(changed, '/'), '.');
  }

  private static String text(String text, char separator) {
    String changed = text;
    for (String prefix : MOVED) {
      changed = moved(changed, prefix.replace('/', separator), separator);
    }
    return changed;
  }

  private static String moved(String text, String prefix, char separator) {
    int at = text.indexOf(prefix);
    if (at < 0) {
      return text;
    }
    String target = TARGET.replace('/', separator);
    StringBuilder moved = new StringBuilder();
    int done = 0;
    for (; at >= 0; at = text.indexOf(prefix, at + 1)) {
      int end = at + prefix.length();
      if (begins(text, at) && end < text.length() && !isKept(text, at, separator)) {
        moved.append(text, done, at).append(target);
        done = prefix.startsWith("dev") ? end : at;
      }
    }
    return moved.append(text, done, text.length()).toString();
  }

  /** Tells whether a name begins here, and not in the middle of another one. */
  private static boolean begins(String text, int at) {
    return at == 0 || "./".indexOf(text.charAt(at - 1)) < 0;
  }

  private static boolean isKept(String text, int at, char separator) {
    for (String kept : KEPT) {
      if (text.startsWith(kept.replace('/', separator), at)) {
        return true;
      }
    }
    return false;
  }
}
