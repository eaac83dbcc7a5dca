package dev.bottrace.internal.watch;

import java.util.List;
import java.util.Random;

/** Makes well-typed expressions over {@link Locals}. */
final class RandomExpressions {
  private static final List<String> NUMBERS =
      List.of("i", "j", "l", "f", "d", "by", "sh", "c", "box", "boxL", "boxC");
  private static final List<String> INTEGERS = List.of("i", "j", "l", "by", "sh", "c", "box");
  private static final List<String> LITERALS =
      List.of(
          "0", "1", "-1", "7", "0x7fffffff", "1L", "100_000", "'a'", "2.5", "1e3f", "0b101", "010");

  private final Random random;

  RandomExpressions(long seed) {
    this.random = new Random(seed);
  }

  String any() {
    return switch (random.nextInt(3)) {
      case 0 -> number(4);
      case 1 -> condition(4);
      default -> text(3);
    };
  }

  String condition() {
    return condition(3);
  }

  private String number(int depth) {
    if (depth == 0) {
      return random.nextInt(3) == 0 ? pick(LITERALS) : pick(NUMBERS);
    }
    return switch (random.nextInt(8)) {
      case 0 ->
          "("
              + integer(depth - 1)
              + pick(List.of(" << ", " >> ", " >>> "))
              + integer(depth - 1)
              + ")";
      case 1 ->
          "(" + integer(depth - 1) + pick(List.of(" & ", " | ", " ^ ")) + integer(depth - 1) + ")";
      case 2 ->
          "("
              + pick(List.of("int", "long", "byte", "short", "char", "float", "double"))
              + ") "
              + "("
              + number(depth - 1)
              + " + 0)";
      case 3 -> pick(List.of("- ", "+ ")) + "(" + number(depth - 1) + ")";
      case 4 ->
          "(" + condition(depth - 1) + " ? " + number(depth - 1) + " : " + number(depth - 1) + ")";
      case 5 -> pick(NUMBERS);
      default ->
          number(depth - 1)
              + pick(List.of(" + ", " - ", " * ", " / ", " % "))
              + "("
              + number(depth - 1)
              + ")";
    };
  }

  private String integer(int depth) {
    if (depth == 0) {
      return pick(INTEGERS);
    }
    return switch (random.nextInt(4)) {
      case 0 -> "~(" + integer(depth - 1) + ")";
      case 1 ->
          "("
              + pick(List.of("int", "long", "byte", "short", "char"))
              + ") ("
              + number(depth - 1)
              + " + 0)";
      case 2 -> pick(INTEGERS);
      default ->
          "("
              + integer(depth - 1)
              + pick(List.of(" + ", " - ", " * ", " ^ "))
              + integer(depth - 1)
              + ")";
    };
  }

  private String condition(int depth) {
    if (depth == 0) {
      return pick(List.of("b", "boxB", "true", "false", "s == null", "o instanceof String"));
    }
    return switch (random.nextInt(7)) {
      case 0 -> "!(" + condition(depth - 1) + ")";
      case 1 ->
          "("
              + condition(depth - 1)
              + pick(List.of(" && ", " || ", " & ", " | ", " ^ ", " == ", " != "))
              + "("
              + condition(depth - 1)
              + "))";
      case 2 ->
          "("
              + condition(depth - 1)
              + " ? "
              + condition(depth - 1)
              + " : "
              + condition(depth - 1)
              + ")";
      case 3 ->
          pick(List.of("s", "t"))
              + pick(List.of(".equals(", ".startsWith("))
              + text(depth - 1)
              + ")";
      case 4 -> pick(List.of("b", "boxB"));
      default ->
          "("
              + number(depth - 1)
              + pick(List.of(" < ", " <= ", " > ", " >= ", " != ", " == "))
              + "("
              + number(depth - 1)
              + " + 0))";
    };
  }

  private String text(int depth) {
    if (depth == 0) {
      return pick(List.of("s", "t", "\"\"", "\"x\\t\\u0041\\101\""));
    }
    return switch (random.nextInt(6)) {
      case 0 -> "(" + text(depth - 1) + " + (" + number(depth - 1) + "))";
      case 1 ->
          "("
              + pick(NUMBERS)
              + " + "
              + pick(NUMBERS)
              + " + "
              + text(depth - 1)
              + " + "
              + pick(NUMBERS)
              + ")";
      case 2 ->
          "(" + condition(depth - 1) + " ? " + text(depth - 1) + " : " + text(depth - 1) + ")";
      case 3 -> "(" + text(depth - 1) + ").trim()";
      case 4 -> "(" + text(depth - 1) + " + null + (" + condition(depth - 1) + "))";
      default -> "String.valueOf(" + number(depth - 1) + ")";
    };
  }

  private String pick(List<String> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
