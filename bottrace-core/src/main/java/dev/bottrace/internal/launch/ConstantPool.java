package dev.bottrace.internal.launch;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The constants of a class file, as far as they are text. Format: chapter 4.4 of the Java Virtual
 * Machine Specification.
 */
final class ConstantPool {
  private static final int COUNT = 8;
  private static final int FIRST = 10;
  private static final int TEXT = 1;
  private static final int CLASS = 7;

  /** From the end of the constants: flags, this class, its superclass. */
  private static final int SUPERCLASS = 4;

  private final byte[] classFile;
  private final int[] places;
  private final int end;

  private ConstantPool(byte[] classFile) {
    this.classFile = classFile;
    this.places = new int[unsigned(COUNT)];
    int at = FIRST;
    for (int i = 1; i < places.length; i++) {
      places[i] = at;
      int tag = classFile[at];
      at += tag == TEXT ? 3 + unsigned(at + 1) : size(tag);
      i += tag == 5 || tag == 6 ? 1 : 0; // a long or double counts twice
    }
    this.end = at;
  }

  /** Reads the constants; returns null for what is no class file. */
  static @Nullable ConstantPool of(byte[] classFile) {
    try {
      return new ConstantPool(classFile);
    } catch (IndexOutOfBoundsException e) {
      return null;
    }
  }

  /** Returns a text in the form in which {@link #has} looks for it. */
  static byte[] text(String ascii) {
    return ascii.getBytes(StandardCharsets.US_ASCII);
  }

  /** Tells whether a text is one of the constants. */
  boolean has(byte[] text) {
    for (int i = 1; i < places.length; i++) {
      if (places[i] != 0 && isText(places[i], text)) {
        return true;
      }
    }
    return false;
  }

  /** Returns the internal names of all classes that are named, but for arrays. */
  List<String> classes() {
    List<String> names = new ArrayList<>();
    for (int place : places) {
      if (place != 0 && classFile[place] == CLASS) {
        int text = places[unsigned(place + 1)];
        if (classFile[text + 3] != '[') {
          names.add(new String(classFile, text + 3, unsigned(text + 1), StandardCharsets.US_ASCII));
        }
      }
    }
    return names;
  }

  /** Tells whether the superclass has one of these internal names. */
  boolean extendsAny(byte[]... names) {
    int index = end + SUPERCLASS + 2 <= classFile.length ? unsigned(end + SUPERCLASS) : 0;
    if (index == 0 || index >= places.length || places[index] == 0) {
      return false;
    }
    int name = unsigned(places[index] + 1);
    for (byte[] wanted : names) {
      if (name < places.length && places[name] != 0 && isText(places[name], wanted)) {
        return true;
      }
    }
    return false;
  }

  private boolean isText(int at, byte[] text) {
    return classFile[at] == TEXT
        && unsigned(at + 1) == text.length
        && at + 3 + text.length <= classFile.length
        && Arrays.equals(text, 0, text.length, classFile, at + 3, at + 3 + text.length);
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
