package dev.bottrace.internal.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Local variables of all types. */
final class Locals {
  private final List<ScopeVariable> variables = new ArrayList<>();
  private final List<String> parameters = new ArrayList<>();

  static Locals ofAllTypes() {
    return new Locals()
        .with("int", "i", "I", 42)
        .with("int", "j", "I", -7)
        .with("long", "l", "J", 1L << 40)
        .with("float", "f", "F", 1.5f)
        .with("double", "d", "D", -0.1)
        .with("byte", "by", "B", (byte) -3)
        .with("short", "sh", "S", (short) 300)
        .with("char", "c", "C", 'x')
        .with("boolean", "b", "Z", true)
        .with("Integer", "box", "Ljava/lang/Integer;", 1000)
        .with("Long", "boxL", "Ljava/lang/Long;", 5L)
        .with("Character", "boxC", "Ljava/lang/Character;", 'q')
        .with("Boolean", "boxB", "Ljava/lang/Boolean;", false)
        .with("String", "s", "Ljava/lang/String;", "text")
        .with("String", "t", "Ljava/lang/String;", "")
        .with("Object", "o", "Ljava/lang/Object;", "object")
        .with("Integer", "nothing", "Ljava/lang/Integer;", null)
        .with("int[]", "ints", "[I", new int[] {1, 2, 3})
        .with("String[]", "words", "[Ljava/lang/String;", new String[] {"a", null})
        .with("int[][]", "grid", "[[I", new int[][] {{1}, {2, 3}})
        .with(
            "java.util.List<String>",
            "list",
            "Ljava/util/List;",
            new ArrayList<>(List.of("p", "q")))
        .with("java.util.Map<String, Integer>", "map", "Ljava/util/Map;", java.util.Map.of("k", 9));
  }

  Locals with(String type, String name, String descriptor, @Nullable Object value) {
    variables.add(new ScopeVariable(name, descriptor, value));
    parameters.add(type + " " + name);
    return this;
  }

  /** The same variables with other values; objects are null. */
  static Locals ofOtherValues() {
    return new Locals()
        .with("int", "i", "I", 0)
        .with("int", "j", "I", Integer.MIN_VALUE)
        .with("long", "l", "J", -1L)
        .with("float", "f", "F", Float.NaN)
        .with("double", "d", "D", Double.NEGATIVE_INFINITY)
        .with("byte", "by", "B", Byte.MIN_VALUE)
        .with("short", "sh", "S", (short) -1)
        .with("char", "c", "C", '\uffff')
        .with("boolean", "b", "Z", false)
        .with("Integer", "box", "Ljava/lang/Integer;", 0)
        .with("Long", "boxL", "Ljava/lang/Long;", Long.MAX_VALUE)
        .with("Character", "boxC", "Ljava/lang/Character;", '\0')
        .with("Boolean", "boxB", "Ljava/lang/Boolean;", null)
        .with("String", "s", "Ljava/lang/String;", null)
        .with("String", "t", "Ljava/lang/String;", "x".repeat(300))
        .with("Object", "o", "Ljava/lang/Object;", 7)
        .with("Integer", "nothing", "Ljava/lang/Integer;", 1000)
        .with("int[]", "ints", "[I", null)
        .with("String[]", "words", "[Ljava/lang/String;", new String[0])
        .with("int[][]", "grid", "[[I", new int[][] {null, {2, 3}})
        .with("java.util.List<String>", "list", "Ljava/util/List;", null)
        .with("java.util.Map<String, Integer>", "map", "Ljava/util/Map;", null);
  }

  String parameters() {
    return String.join(", ", parameters);
  }

  List<Object> values() {
    return variables.stream().map(ScopeVariable::value).collect(Collectors.toList());
  }

  WatchScope scope(Class<?> declaringClass, @Nullable Object self) {
    return new WatchScope(declaringClass, self, variables, new TestProgram(), WatchBudget.DEFAULT);
  }
}
