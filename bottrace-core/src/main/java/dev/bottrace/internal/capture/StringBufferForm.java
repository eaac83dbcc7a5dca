package dev.bottrace.internal.capture;

import dev.bottrace.trace.CapturedValue;
import dev.bottrace.trace.CapturedValue.Holder;
import dev.bottrace.trace.CapturedValue.NotCaptured;
import dev.bottrace.trace.NotCapturedReason;
import java.nio.ByteOrder;
import java.util.Objects;

/** Captures string buffers by their fields: all their methods take a lock. */
final class StringBufferForm {
  private static final String OWNER = "java.lang.AbstractStringBuilder";
  private static final HiddenField VALUE = HiddenField.of(OWNER, "value");
  private static final HiddenField CODER = HiddenField.of(OWNER, "coder");
  private static final HiddenField COUNT = HiddenField.of(OWNER, "count");

  private StringBufferForm() {}

  static CapturedValue capture(Object value, Walk walk) {
    try {
      return new Holder("StringBuffer", walk.text(new Characters(value)));
    } catch (NotReadableException e) {
      return new NotCaptured(NotCapturedReason.NOT_READABLE, "StringBuffer");
    } catch (RuntimeException e) {
      return new NotCaptured(NotCapturedReason.CHANGED_WHILE_READ, "StringBuffer");
    }
  }

  /** What is in the fields: one byte a character, or two in the order of the machine. */
  private static final class Characters implements CharSequence {
    private static final boolean BIG = ByteOrder.nativeOrder() == ByteOrder.BIG_ENDIAN;

    private final byte[] bytes;
    private final boolean wide;
    private final int length;

    Characters(Object buffer) {
      bytes = (byte[]) Objects.requireNonNull(VALUE.read(buffer));
      wide = CODER.readInt(buffer) == 1;
      length = COUNT.readInt(buffer);
    }

    @Override
    public int length() {
      return length;
    }

    @Override
    public char charAt(int index) {
      if (!wide) {
        return (char) (bytes[index] & 0xff);
      }
      int first = bytes[2 * index] & 0xff;
      int second = bytes[2 * index + 1] & 0xff;
      return (char) (BIG ? first << 8 | second : second << 8 | first);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      StringBuilder text = new StringBuilder(end - start);
      for (int i = start; i < end; i++) {
        text.append(charAt(i));
      }
      return text;
    }

    @Override
    public String toString() {
      return subSequence(0, length).toString();
    }
  }
}
