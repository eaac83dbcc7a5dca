package dev.bottrace.internal.watch;

import java.util.List;
import java.util.Random;

/** Makes expressions over an order, most of which parse and many of which have a value. */
final class FuzzedExpressions {
  private static final List<String> NAMES =
      List.of(
          "this",
          "lines",
          "byKey",
          "related",
          "sorted",
          "total",
          "state",
          "customer",
          "nobody",
          "name",
          "numbers",
          "big",
          "mixed",
          "named",
          "created",
          "LIMIT",
          "KIND",
          "State",
          "Order",
          "key",
          "other",
          "i",
          "text",
          "any",
          "Lazy",
          "java.lang.System",
          "Math",
          "prefix",
          "Line",
          "Integer",
          "String",
          "java.util.List",
          "java.util.Collections",
          "nonsense",
          "hidden");
  private static final List<String> WHOLE =
      List.of(
          "sum()",
          "lines.size()",
          "best()",
          "best().item()",
          "view()",
          "view().get(0)",
          "created()",
          "array()[0]",
          "array()",
          "counts()",
          "numbers[0]",
          "numbers.clone()",
          "mixed.get(0)",
          "mixed",
          "customer.getName()",
          "customer.toString()",
          "describe()",
          "title()",
          "sorted.get(\"one\")",
          "byKey.get(key)",
          "related.get(\"x\")",
          "lines.iterator()",
          "lines.iterator().next().count",
          "key.text()",
          "key.hashCode()",
          "lines.hashCode()",
          "mixed.contains(key)",
          "supplier(2).get()",
          "caught(any)",
          "textOf(any)",
          "other.sum()",
          "matrix()",
          "switched()",
          "applied(i)",
          "ofCode()",
          "i",
          "text",
          "total",
          "big",
          "name",
          "state.name()",
          "other.compareTo(this)",
          "any",
          "remembers(key)",
          "text.length()");
  private static final List<String> METHODS =
      List.of(
          "sum",
          "total",
          "sortedFirst",
          "spoilNumbers",
          "count",
          "locked",
          "locking",
          "spoilList",
          "deepSpoil",
          "endless",
          "deep",
          "huge",
          "hugeArray",
          "exit",
          "lazy",
          "lazyNew",
          "describe",
          "view",
          "counts",
          "best",
          "created",
          "array",
          "failing",
          "failed",
          "own",
          "caught",
          "ofCode",
          "switched",
          "switchedText",
          "applied",
          "wide",
          "matrix",
          "remembers",
          "textOf",
          "pick",
          "vague",
          "greet",
          "secret",
          "title",
          "compareTo",
          "supplier",
          "task",
          "getName",
          "equals",
          "hashCode",
          "toString",
          "getClass",
          "size",
          "get",
          "contains",
          "indexOf",
          "length",
          "charAt",
          "substring",
          "repeat",
          "concat",
          "iterator",
          "next",
          "remove",
          "clear",
          "add",
          "put",
          "keySet",
          "values",
          "entrySet",
          "stream",
          "sum",
          "item",
          "count",
          "price",
          "isFinal",
          "name",
          "ordinal",
          "valueOf",
          "max",
          "of",
          "nCopies",
          "exit",
          "clone",
          "wait",
          "notify",
          "toArray",
          "sort",
          "forEach",
          "replace",
          "getKey",
          "getValue",
          "run",
          "get",
          "unmodifiableList",
          "asList",
          "hash",
          "subList",
          "matches");
  private static final List<String> FIELDS =
      List.of(
          "length", "item", "count", "price", "name", "total", "hidden", "text", "number", "class");
  private static final List<String> LITERALS =
      List.of(
          "0",
          "1",
          "-1",
          "2",
          "7L",
          "1.5",
          "2f",
          "'c'",
          "\"a\"",
          "\"\"",
          "true",
          "false",
          "null",
          "2_000_000_000");
  private static final List<String> OPERATORS =
      List.of(
          "+", "-", "*", "/", "%", "&&", "||", "==", "!=", "<", ">", "<=", ">=", "&", "|", "^",
          "<<", ">>", ">>>");
  private static final List<String> TYPES =
      List.of(
          "int",
          "long",
          "byte",
          "double",
          "boolean",
          "char",
          "String",
          "Object",
          "Order",
          "Document",
          "Integer",
          "Line",
          "Nothing",
          "int[]");
  private static final List<String> GARBAGE =
      List.of(
          "(",
          ")",
          "[",
          "]",
          ".",
          ",",
          "?",
          ":",
          "=",
          "++",
          "->",
          "new",
          "'",
          "\"",
          "\\",
          "@",
          "#",
          "instanceof",
          "super",
          "class",
          "{",
          "}",
          ";",
          "0x",
          "1e",
          "/*",
          "<",
          ">>>=",
          "\u00e9",
          "\ud83d",
          "\n");

  private final Random random;

  FuzzedExpressions(Random random) {
    this.random = random;
  }

  String next() {
    String expression = expression(random.nextInt(4));
    int damages = random.nextInt(4) == 0 ? 1 + random.nextInt(3) : 0;
    for (int i = 0; i < damages; i++) {
      expression = damaged(expression);
    }
    return expression;
  }

  private String damaged(String expression) {
    int at = random.nextInt(expression.length() + 1);
    if (random.nextBoolean()) {
      return expression.substring(0, at) + pick(GARBAGE) + expression.substring(at);
    }
    int end = Math.min(expression.length(), at + random.nextInt(4));
    return expression.substring(0, at) + expression.substring(end);
  }

  private String expression(int depth) {
    if (depth <= 0) {
      return switch (random.nextInt(6)) {
        case 0 -> pick(LITERALS);
        case 1 -> pick(NAMES);
        default -> pick(WHOLE);
      };
    }
    return switch (random.nextInt(14)) {
      case 0, 1 -> expression(depth - 1) + " " + pick(OPERATORS) + " " + expression(depth - 1);
      case 2 -> "(" + expression(depth - 1) + ")";
      case 3 -> "(" + pick(TYPES) + ") " + expression(depth - 1);
      case 4 -> expression(depth - 1) + " instanceof " + pick(TYPES);
      case 5 -> expression(0) + "[" + expression(depth - 1) + "]";
      case 6 -> pick(List.of("!", "-", "~", "+")) + expression(depth - 1);
      case 7 ->
          expression(depth - 1) + " ? " + expression(depth - 1) + " : " + expression(depth - 1);
      case 8 -> expression(depth - 1) + "." + pick(FIELDS);
      case 9, 10 -> pick(METHODS) + arguments(depth);
      default -> expression(depth - 1) + "." + pick(METHODS) + arguments(depth);
    };
  }

  private String arguments(int depth) {
    return switch (random.nextInt(4)) {
      case 0 -> "(" + expression(depth - 1) + ")";
      case 1 -> "(" + expression(depth - 2) + ", " + expression(depth - 2) + ")";
      default -> "()";
    };
  }

  private String pick(List<String> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
