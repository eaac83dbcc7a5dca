package dev.bottrace.option;

/**
 * How much of a value is captured. Immutable.
 *
 * @param depth levels of objects inside objects whose content is shown: 1 shows the fields of an
 *     object but not those of the objects in them; 0 to {@value #MAX_DEPTH}
 * @param elements of an array or a collection, at least 0
 * @param characters of a string, at least 0
 * @param fields of an object, at least 0
 * @param budget values that one snapshot shows in all, be they variables, fields, elements or keys;
 *     it looks at as many again at most to bring sets into an order; at least 1
 */
public record Limits(int depth, int elements, int characters, int fields, int budget) {
  /** The deepest that can be asked for. */
  public static final int MAX_DEPTH = 100;

  /** What holds unless told otherwise. */
  public static final Limits DEFAULT = new Limits(3, 100, 255, 20, 10_000);

  /**
   * Little enough for the arguments of a call. The line that they make is cut to {@value
   * #ARGUMENT_LINE} characters in addition, by {@code CapturedValue.cut}.
   */
  public static final Limits ARGUMENTS = new Limits(2, 10, 80, 8, 200);

  /** How long the line of the arguments of a call gets at most. */
  public static final int ARGUMENT_LINE = 200;

  /**
   * Checks the values.
   *
   * @param depth 0 to {@value #MAX_DEPTH}
   * @param elements at least 0
   * @param characters at least 0
   * @param fields at least 0
   * @param budget at least 1
   * @throws IllegalArgumentException if one is out of its bounds
   */
  public Limits {
    atLeast(0, "depth", depth);
    if (depth > MAX_DEPTH) {
      throw new IllegalArgumentException("depth must be at most " + MAX_DEPTH + ", not " + depth);
    }
    atLeast(0, "elements", elements);
    atLeast(0, "characters", characters);
    atLeast(0, "fields", fields);
    atLeast(1, "budget", budget);
  }

  private static void atLeast(int least, String name, int value) {
    if (value < least) {
      throw new IllegalArgumentException(name + " must be " + least + " or more, not " + value);
    }
  }

  /**
   * Reads limits from text, such as {@code depth=5,elements=20}.
   *
   * @param text keys and values; the keys are {@code depth}, {@code elements}, {@code characters},
   *     {@code fields} and {@code budget}; of a key that stands there twice, the later one holds
   * @return {@link #DEFAULT} with those values
   * @throws IllegalArgumentException if a key is not known, or a value is no number or out of its
   *     bounds
   */
  public static Limits parse(String text) {
    Limits limits = DEFAULT;
    for (String part : text.split(",", -1)) {
      int equals = part.indexOf('=');
      if (equals < 0) {
        throw new IllegalArgumentException(
            "limits are written as depth=5,elements=20, not '" + text + "'");
      }
      limits = limits.with(part.substring(0, equals).strip(), part.substring(equals + 1).strip());
    }
    return limits;
  }

  private Limits with(String key, String value) {
    return switch (key) {
      case "depth" -> withDepth(number(key, value));
      case "elements" -> withElements(number(key, value));
      case "characters" -> withCharacters(number(key, value));
      case "fields" -> withFields(number(key, value));
      case "budget" -> withBudget(number(key, value));
      default ->
          throw new IllegalArgumentException(
              "unknown limit '" + key + "'; known: depth, elements, characters, fields, budget");
    };
  }

  private static int number(String key, String value) {
    try {
      return Integer.parseInt(value);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(key + " must be a number, not '" + value + "'", e);
    }
  }

  /**
   * Sets how deep to look.
   *
   * @param levels 0 to {@value #MAX_DEPTH}
   * @return a copy
   * @throws IllegalArgumentException if it is out of its bounds
   */
  public Limits withDepth(int levels) {
    return new Limits(levels, elements, characters, fields, budget);
  }

  /**
   * Sets how much of an array or a collection is captured.
   *
   * @param number at least 0
   * @return a copy
   * @throws IllegalArgumentException if it is negative
   */
  public Limits withElements(int number) {
    return new Limits(depth, number, characters, fields, budget);
  }

  /**
   * Sets how much of a string is captured.
   *
   * @param number at least 0
   * @return a copy
   * @throws IllegalArgumentException if it is negative
   */
  public Limits withCharacters(int number) {
    return new Limits(depth, elements, number, fields, budget);
  }

  /**
   * Sets how much of an object is captured.
   *
   * @param number at least 0
   * @return a copy
   * @throws IllegalArgumentException if it is negative
   */
  public Limits withFields(int number) {
    return new Limits(depth, elements, characters, number, budget);
  }

  /**
   * Sets how much one snapshot looks at in all.
   *
   * @param number at least 1
   * @return a copy
   * @throws IllegalArgumentException if it is less
   */
  public Limits withBudget(int number) {
    return new Limits(depth, elements, characters, fields, number);
  }
}
