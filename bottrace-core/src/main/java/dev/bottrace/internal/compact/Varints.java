package dev.bottrace.internal.compact;

/** Numbers of seven bits a byte, lowest first; all bytes but the last one have the high bit. */
final class Varints {
  /** Bytes of an int at most. */
  static final int INT = 5;

  /** Bytes of a long at most. */
  static final int LONG = 10;

  private Varints() {}

  /** Stores an int, taken as unsigned; returns where the next byte goes. */
  static int store(byte[] bytes, int from, int number) {
    int at = from;
    int rest = number;
    while ((rest & ~0x7f) != 0) {
      bytes[at++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    bytes[at++] = (byte) rest;
    return at;
  }

  /** Stores a long, taken as unsigned; returns where the next byte goes. */
  static int store(byte[] bytes, int from, long number) {
    int at = from;
    long rest = number;
    while ((rest & ~0x7fL) != 0) {
      bytes[at++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    bytes[at++] = (byte) rest;
    return at;
  }
}
