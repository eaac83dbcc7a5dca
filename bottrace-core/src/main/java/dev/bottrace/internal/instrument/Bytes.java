package dev.bottrace.internal.instrument;

import java.util.Arrays;

/** Looks into class files before they are read. */
final class Bytes {
  private Bytes() {}

  /** Tells whether some bytes stand anywhere in a class file. */
  static boolean contain(byte[] classFile, byte[] wanted) {
    byte last = wanted[wanted.length - 1];
    for (int i = classFile.length - wanted.length; i >= 0; i--) {
      if (classFile[i + wanted.length - 1] == last
          && Arrays.equals(classFile, i, i + wanted.length, wanted, 0, wanted.length)) {
        return true;
      }
    }
    return false;
  }
}
