package dev.bottrace.internal.capture;

import java.util.Iterator;

/**
 * The elements of a collection, or the entries of a map, while they are read.
 *
 * @param size how many there are; -1 if only counting them would tell
 * @param elements one by one; entries are {@code Map.Entry} objects of the JDK
 * @param order what determines the order in which they come
 */
record Content(int size, Iterator<?> elements, Order order) {
  static final int UNKNOWN = -1;

  /** Where an order comes from. */
  enum Order {
    /** The collection keeps it. */
    OWN,
    /** From hash codes: the same in each run as long as these are. */
    HASHED,
    /** From something that differs between two runs. */
    RANDOM
  }

  /** Where the content of objects of one class comes from. */
  interface Source {
    Content of(Object value);
  }
}
