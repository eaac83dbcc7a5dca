package dev.bottrace.trace;

import java.util.Arrays;

/**
 * Many ints in few bits: each page of {@value #PAGE} has its own smallest value, and as many bits
 * for each difference from it as the largest one needs.
 */
final class PackedColumn {
  static final int PAGE = 1 << 8;

  private static final int PAGE_BITS = 8;
  private static final long[] NOTHING = {};
  private static final int[] NOT_RAW = {};

  private int pages;
  private long[][] packed = {};
  private int[] smallest = {};
  private byte[] widths = {};
  private int[][] raw = {};
  private int[] filled = {};

  /** Sets a value, once each, in any order. A page is packed when all of its values were set. */
  void set(int index, int value) {
    int page = index >>> PAGE_BITS;
    if (page >= pages) {
      reserve(page);
    }
    int[] values = raw[page];
    if (values == NOT_RAW) {
      values = new int[PAGE];
      raw[page] = values;
    }
    values[index & (PAGE - 1)] = value;
    if (++filled[page] == PAGE) {
      pack(page, values);
    }
  }

  private void reserve(int page) {
    pages = page + 1;
    if (pages > smallest.length) {
      resize(Math.max(16, 2 * pages));
    }
  }

  private void resize(int capacity) {
    int from = Math.min(capacity, smallest.length);
    packed = Arrays.copyOf(packed, capacity);
    smallest = Arrays.copyOf(smallest, capacity);
    widths = Arrays.copyOf(widths, capacity);
    raw = Arrays.copyOf(raw, capacity);
    filled = Arrays.copyOf(filled, capacity);
    Arrays.fill(packed, from, capacity, NOTHING);
    Arrays.fill(raw, from, capacity, NOT_RAW);
  }

  private void pack(int page, int[] values) {
    int least = Integer.MAX_VALUE;
    int most = Integer.MIN_VALUE;
    for (int value : values) {
      least = Math.min(least, value);
      most = Math.max(most, value);
    }
    int width = Integer.SIZE - Integer.numberOfLeadingZeros(most - least);
    long[] words = width == 0 ? NOTHING : new long[PAGE / Long.SIZE * width];
    for (int i = 0, bit = 0; i < PAGE && width > 0; i++, bit += width) {
      long difference = (values[i] - least) & 0xffff_ffffL;
      int shift = bit & 63;
      words[bit >>> 6] |= difference << shift;
      if (shift + width > Long.SIZE) {
        words[(bit >>> 6) + 1] |= difference >>> (Long.SIZE - shift);
      }
    }
    packed[page] = words;
    smallest[page] = least;
    widths[page] = (byte) width;
    raw[page] = NOT_RAW;
  }

  /** Packs what is left, up to a size, with 0 for what was not set; nothing is set after that. */
  void finish(int size) {
    pages = (int) (((long) size + PAGE - 1) >>> PAGE_BITS);
    resize(pages);
    for (int page = 0; page < pages; page++) {
      if (filled[page] < PAGE) {
        pack(page, filled[page] == 0 ? new int[PAGE] : raw[page]);
      }
    }
    raw = new int[0][];
    filled = new int[0];
  }

  /** Returns a value, once the column is finished. */
  int get(int index) {
    int page = index >>> PAGE_BITS;
    int width = widths[page];
    if (width == 0) {
      return smallest[page];
    }
    long[] words = packed[page];
    int bit = (index & (PAGE - 1)) * width;
    int shift = bit & 63;
    long value = words[bit >>> 6] >>> shift;
    if (shift + width > Long.SIZE) {
      value |= words[(bit >>> 6) + 1] << (Long.SIZE - shift);
    }
    return smallest[page] + (int) (value & (-1L >>> (Long.SIZE - width)));
  }

  /** Returns how much memory it takes, headers of arrays included. */
  long bytes() {
    long bytes = 0;
    for (long[] words : packed) {
      bytes += (words == NOTHING ? 0 : 16 + 8L * words.length) + 4 + 4 + 1;
    }
    return bytes;
  }
}
