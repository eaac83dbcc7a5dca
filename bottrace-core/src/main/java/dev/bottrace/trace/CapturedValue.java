package dev.bottrace.trace;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A value as it was at one moment. {@link #toString()} gives it on one line, in which nothing
 * differs between two runs of a deterministic program: no identity hash codes, no addresses.
 *
 * <table>
 *   <caption>Notation</caption>
 *   <tr><th>value</th><th>line</th></tr>
 *   <tr><td>numbers, constants, classes</td>
 *       <td>{@code 5}, {@code 1.5}, {@code 'a'}, {@code null}, {@code RED}, {@code Order.class}</td></tr>
 *   <tr><td>strings</td><td>{@code "a\n"}</td></tr>
 *   <tr><td>objects, records</td><td>{@code Order{id=5, note=null}}, {@code Point[x=1, y=2]}</td></tr>
 *   <tr><td>arrays, lists, sets</td><td>{@code int[3][1, 2, 3]}, {@code ArrayList(2)["a", "b"]}</td></tr>
 *   <tr><td>maps, their entries</td><td>{@code HashMap(1){"a"=1}}, {@code "a"=1}</td></tr>
 *   <tr><td>what holds one value</td><td>{@code Optional["x"]}, {@code AtomicInteger(5)}</td></tr>
 *   <tr><td>exceptions</td><td>{@code IllegalStateException("no such user")}</td></tr>
 *   <tr><td>seen before in this value</td><td>{@code @2}: its second object, array, collection or
 *       holder whose content is shown, from left to right; {@code @1} is the outermost</td></tr>
 *   <tr><td>JDK classes that are not taken apart</td><td>{@code ReentrantLock}</td></tr>
 * </table>
 *
 * <p>What was cut is marked: by three dots where a limit cut it, else by the reason in angle
 * brackets; with the true size, or with how many are missing.
 *
 * <table>
 *   <caption>Cuts</caption>
 *   <tr><th>reason</th><th>line</th></tr>
 *   <tr><td>{@link NotCapturedReason#SIZE}</td><td>{@code "abc..."(1000 chars)},
 *       {@code ArrayList(9)[0, 1, ... +7 elements]}, {@code TreeMap(9){"a"=1, ... +8 entries}}</td></tr>
 *   <tr><td>{@link NotCapturedReason#FIELD_COUNT}</td><td>{@code Order{id=5, ... +3 fields}}</td></tr>
 *   <tr><td>{@link NotCapturedReason#DEPTH}</td><td>{@code Order{...}}, {@code Point[...]},
 *       {@code ArrayList(9)[...]}, {@code HashMap(9){...}}, {@code Optional[...]}</td></tr>
 *   <tr><td>{@link NotCapturedReason#BUDGET}</td><td>{@code <budget>},
 *       {@code ArrayList(9)[0, <budget> +8 elements]}</td></tr>
 *   <tr><td>{@link NotCapturedReason#CHANGED_WHILE_READ}</td>
 *       <td>{@code HashMap(9){"a"=1, <changed while read>}}</td></tr>
 *   <tr><td>{@link NotCapturedReason#REDACTED}</td><td>{@code <redacted>}</td></tr>
 *   <tr><td>{@link NotCapturedReason#NOT_READABLE}</td><td>{@code Vector<not readable>}</td></tr>
 * </table>
 *
 * <p>Classes are named without package, nested ones as in {@code Outer.Inner}, anonymous and local
 * ones as the JVM names them. Immutable.
 */
public sealed interface CapturedValue {
  /** Returns the value on one line: control characters are escaped. */
  @Override
  String toString();

  /**
   * Cuts a line, so that the cut is marked with how much is missing: {@code abc...(+97 chars)}.
   *
   * @param line any line, such as several values with their names
   * @param characters how many are left at most, the mark included, as long as the mark itself fits
   * @return the line itself if it is short enough
   */
  static String cut(String line, int characters) {
    return ValueText.cut(line, characters);
  }

  /**
   * A value that one word says: a primitive, its box, a constant, a class, a JDK value type, or an
   * object of a JDK class that is not taken apart.
   *
   * @param text the word
   */
  record Plain(String text) implements CapturedValue {
    /** The absence of a value. */
    public static final Plain NULL = new Plain("null");

    @Override
    public String toString() {
      return ValueText.of(this);
    }
  }

  /**
   * A string.
   *
   * @param characters those that were kept
   * @param length how many there are
   */
  record Text(String characters, int length) implements CapturedValue {
    /**
     * Tells why some are missing.
     *
     * @return {@link NotCapturedReason#SIZE}; null if all are there
     */
    public @Nullable NotCapturedReason cut() {
      return characters.length() < length ? NotCapturedReason.SIZE : null;
    }

    @Override
    public String toString() {
      return ValueText.of(this);
    }
  }

  /**
   * An object with its fields: those of its superclasses first, each class's in the order of the
   * source.
   *
   * @param type its class
   * @param isRecord whether it is a record
   * @param fields those that were captured
   * @param omitted how many were not
   * @param cut why they were not; null if all are there
   */
  record Instance(
      String type,
      boolean isRecord,
      List<CapturedVariable> fields,
      int omitted,
      @Nullable NotCapturedReason cut)
      implements CapturedValue {
    /**
     * Copies the list.
     *
     * @param type its class
     * @param isRecord whether it is a record
     * @param fields those that were captured
     * @param omitted how many were not
     * @param cut why they were not; null if all are there
     */
    public Instance {
      fields = List.copyOf(fields);
    }

    @Override
    public String toString() {
      return ValueText.of(this);
    }
  }

  /**
   * An array, a list, a set or a queue.
   *
   * @param type its class; ends in {@code []} for an array
   * @param size how many elements it had; -1 if only counting all of them would have told
   * @param elements those that were captured; of sets without an order of their own in the order of
   *     their lines
   * @param cut why some are missing; null if all are there
   */
  record Sequence(
      String type, int size, List<CapturedValue> elements, @Nullable NotCapturedReason cut)
      implements CapturedValue {
    /**
     * Copies the list.
     *
     * @param type its class
     * @param size how many elements it had; -1 if not known
     * @param elements those that were captured
     * @param cut why some are missing; null if all are there
     */
    public Sequence {
      elements = List.copyOf(elements);
    }

    @Override
    public String toString() {
      return ValueText.of(this);
    }
  }

  /**
   * A map.
   *
   * @param type its class
   * @param size how many entries it had; -1 if only counting all of them would have told
   * @param entries those that were captured; of maps without an order of their own in the order of
   *     the lines of their keys
   * @param cut why some are missing; null if all are there
   */
  record Mapping(String type, int size, List<Entry> entries, @Nullable NotCapturedReason cut)
      implements CapturedValue {
    /**
     * Copies the list.
     *
     * @param type its class
     * @param size how many entries it had; -1 if not known
     * @param entries those that were captured
     * @param cut why some are missing; null if all are there
     */
    public Mapping {
      entries = List.copyOf(entries);
    }

    @Override
    public String toString() {
      return ValueText.of(this);
    }
  }

  /**
   * An entry of a map.
   *
   * @param key its key
   * @param value its value
   */
  record Entry(CapturedValue key, CapturedValue value) implements CapturedValue {
    @Override
    public String toString() {
      return ValueText.of(this);
    }
  }

  /**
   * What a JDK class holds that is there to hold one value: an optional, an atomic, a reference, a
   * string builder, a path.
   *
   * @param type its class
   * @param content the value; null if it was cut by the limit on depth
   */
  record Holder(String type, @Nullable CapturedValue content) implements CapturedValue {
    @Override
    public String toString() {
      return ValueText.of(this);
    }
  }

  /**
   * An exception.
   *
   * @param type its class
   * @param message what it was given as such; null if nothing
   */
  record Thrown(String type, @Nullable CapturedValue message) implements CapturedValue {
    @Override
    public String toString() {
      return ValueText.of(this);
    }
  }

  /**
   * An object that was shown before in the same value.
   *
   * @param number its place, from 1, among the objects, arrays, collections and holders of the
   *     value whose content is shown
   */
  record Reference(int number) implements CapturedValue {
    @Override
    public String toString() {
      return ValueText.of(this);
    }
  }

  /**
   * Stands for a value that was not captured at all.
   *
   * @param reason why
   * @param detail what is known of it, such as its class; empty if nothing
   */
  record NotCaptured(NotCapturedReason reason, String detail) implements CapturedValue {
    @Override
    public String toString() {
      return ValueText.of(this);
    }
  }
}
