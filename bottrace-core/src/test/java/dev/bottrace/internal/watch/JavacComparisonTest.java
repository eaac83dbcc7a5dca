package dev.bottrace.internal.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Evaluates expressions and compares with what javac and the JVM make of them. */
class JavacComparisonTest {
  private static final List<String> EXPRESSIONS =
      List.of(
          "1 + 2 * 3 - 4 / 2 % 3",
          "c + 1",
          "(char) (c + 1)",
          "c + \"\" + 1",
          "c + c + \"\"",
          "\"\" + c + c",
          "1 + 2 + \"3\" + 4 + 5",
          "'a' + 'b'",
          "by + sh",
          "by * by",
          "-by",
          "~sh",
          "+c",
          "i / 0",
          "i % 0",
          "l / (i - 42)",
          "d / 0",
          "0.0 / 0.0",
          "f % 0",
          "-0.0",
          "-d * 0",
          "0.0 == -0.0",
          "(0.0 / 0.0) == (0.0 / 0.0)",
          "Integer.MAX_VALUE + 1",
          "Integer.MIN_VALUE / -1",
          "-2147483648",
          "-9223372036854775808L",
          "Long.MIN_VALUE - 1",
          "i << 33",
          "l << 65",
          "j >> 1",
          "j >>> 1",
          "i << l",
          "by >>> 1",
          "0xffff_ffff",
          "0x7fff_ffff_ffff_ffffL",
          "0b1010_1010",
          "0777",
          "1_000_000",
          "1e10",
          "1e-3f",
          "0x1.8p1",
          "0x1p3f",
          ".5",
          "5.",
          "5d",
          "5f",
          "1e5",
          "0xFd",
          "0xF1f",
          "09.5",
          "'\\n'",
          "'\\''",
          "'\\u0041'",
          "'\\101'",
          "\"\\0\\7\\77\\377\\\"\\\\\"",
          "true ? 1 : 'a'",
          "b ? 1 : 'a'",
          "b ? i : 'a'",
          "b ? 1 : 2.0",
          "b ? 1 : 2L",
          "b ? by : sh",
          "b ? by : 1",
          "b ? by : 1000",
          "b ? by : c",
          "b ? box : boxL",
          "b ? box : 1",
          "b ? 1 : \"x\"",
          "b ? 'x' : \"x\"",
          "b ? null : 1",
          "!b ? null : 1",
          "b ? boxC : 0",
          "b ? boxB : true",
          "b ? list : map",
          "b ? nothing : 0",
          "!b ? nothing : 0",
          "b ? i : nothing",
          "b && nothing > 0",
          "!b && nothing > 0",
          "b || nothing > 0",
          "nothing + 1",
          "nothing == null",
          "nothing == box",
          "box == 1000",
          "box == box",
          "box.equals(1000)",
          "box.equals(1000L)",
          "boxL == 5",
          "boxC == 'q'",
          "boxC + 1",
          "boxB == false",
          "boxB | b",
          "b ^ boxB",
          "b & !boxB",
          "i & 0xF | j ^ 3",
          "i > j == b",
          "i < j != b",
          "s == \"text\"",
          "s != null && s.length() > 3",
          "s + null",
          "null + s",
          "s + i + l + f + d + c + b + box + nothing + o",
          "i + s + i",
          "\"a\" + \"b\" == \"ab\"",
          "(\"a\" + s) == (\"a\" + s)",
          "(Object) s == o",
          "(int) d",
          "(int) 1e20",
          "(long) 1e30f",
          "(byte) 200",
          "(byte) 3000000000L",
          "(char) -1",
          "(short) 1e10",
          "(int) (0.0 / 0)",
          "(int) 'a'",
          "(long) box",
          "(double) box",
          "(Integer) 5",
          "(Object) 5",
          "(Comparable) s",
          "(Number) box",
          "(Long) (Object) box",
          "(Integer) o",
          "(String) o",
          "(java.util.List<String>) list",
          "(int) 3.99f + 0.5",
          "(int) (char) (byte) -1",
          "o instanceof String",
          "o instanceof Integer",
          "o instanceof CharSequence",
          "nothing instanceof Integer",
          "(Object) ints instanceof int[]",
          "s instanceof Object && b",
          "ints[0]",
          "ints[3]",
          "ints[-1]",
          "ints[by + 4]",
          "ints['\\1']",
          "ints.length",
          "grid[1][1]",
          "grid[0].length",
          "grid.length + ints.length",
          "words[1] == null",
          "words[0] + words[1]",
          "words[1].length()",
          "ints.clone()[2]",
          "s.charAt(1)",
          "s.charAt(99)",
          "s.substring(1, 3)",
          "s.substring(3, 1)",
          "s.indexOf('x')",
          "s.indexOf(\"xt\")",
          "s.indexOf('t', 1)",
          "s.toUpperCase().length()",
          "s.concat(\"!\").hashCode()",
          "s.contains(\"ex\")",
          "s.replace('t', 'T')",
          "s.replace(\"t\", \"\")",
          "s.isEmpty() || t.isEmpty()",
          "s.compareTo(t)",
          "s.repeat(3)",
          "s.equals(null)",
          "s.toString() == s",
          "String.valueOf(c)",
          "String.valueOf((Object) null)",
          "String.valueOf(d) + String.valueOf(b)",
          "String.join(\"-\", \"a\", \"b\")",
          "String.join(\"-\", list)",
          "Math.max(i, l)",
          "Math.max(i, j)",
          "Math.max(f, d)",
          "Math.abs(j)",
          "Math.abs(d)",
          "Math.floorMod(j, 3)",
          "Math.sqrt(2)",
          "Math.round(1.5f)",
          "Math.round(1.5)",
          "Math.addExact(Integer.MAX_VALUE, 1)",
          "Integer.parseInt(\"12\") + 1",
          "Integer.parseInt(s)",
          "Integer.valueOf(127) == Integer.valueOf(127)",
          "Integer.compare(i, j)",
          "Integer.toHexString(i)",
          "Long.valueOf(3)",
          "Character.isDigit('5')",
          "Character.toUpperCase(c)",
          "Double.compare(d, 0)",
          "Boolean.parseBoolean(\"TRUE\")",
          "list.size()",
          "list.get(0)",
          "list.get(0).length()",
          "list.get(5)",
          "list.contains(\"q\")",
          "list.indexOf(\"q\")",
          "list.isEmpty()",
          "list + \"\"",
          "list.toString()",
          "list.equals(java.util.List.of(\"p\", \"q\"))",
          "list.hashCode()",
          "map.get(\"k\")",
          "map.get(\"k\") + 1",
          "map.get(\"k\") == 9",
          "map.get(\"none\")",
          "map.get(\"none\") == null",
          "map.containsKey(\"k\") ? map.get(\"k\") : -1",
          "map.getOrDefault(\"z\", 3)",
          "map.keySet().size()",
          "map.values().iterator().next()",
          "map.entrySet().iterator().next().getValue() * 2",
          "map.toString()",
          "java.util.Objects.equals(s, t)",
          "java.util.Objects.hash(i, s, nothing)",
          "java.util.Arrays.asList(1, 2).get(1)",
          "java.util.List.of(1, 2, 3).contains(2)",
          "java.util.Optional.of(s).get()",
          "java.util.Optional.empty().isPresent()",
          "new Object() != null".replace("new Object()", "o"),
          "String.class",
          "int.class",
          "int[].class",
          "String[][].class.getName()",
          "o.getClass() == String.class",
          "o.getClass().getName()",
          "s.getClass().getSimpleName()",
          "o.equals(\"object\")",
          "o.toString().length()",
          "o.hashCode()",
          "((String) o).length()",
          "((Object) box).equals(box)",
          "java.math.BigInteger.valueOf(2).pow(100)",
          "java.math.BigInteger.valueOf(i).add(java.math.BigInteger.TEN)",
          "new java.math.BigDecimal(\"1\")"
              .replace("new java.math.BigDecimal(\"1\")", "s.length()"),
          "java.math.BigDecimal.valueOf(1.10).multiply(java.math.BigDecimal.valueOf(3))",
          "java.time.Duration.ofSeconds(90).toMinutes()",
          "java.time.LocalDate.of(2024, 2, 29).plusYears(1).toString()",
          "java.time.DayOfWeek.MONDAY.plus(1)");

  @Test
  void equals_what_the_jvm_computes() throws Exception {
    assertSameResults(EXPRESSIONS);
  }

  @Test
  void random_expressions_equal_what_the_jvm_computes() throws Exception {
    RandomExpressions random = new RandomExpressions(20_240_229);
    List<String> expressions = new ArrayList<>();
    for (int i = 0; i < 1_200; i++) {
      expressions.add(random.any());
    }
    assertSameResults(expressions);
  }

  private static void assertSameResults(List<String> expressions) throws Exception {
    Locals locals = Locals.ofAllTypes();
    CompiledExpressions compiled = new CompiledExpressions(locals.parameters(), expressions);
    List<String> differences = new ArrayList<>();
    for (int i = 0; i < expressions.size(); i++) {
      String expected = form(compiled.run(i, locals.values()));
      String actual = evaluated(expressions.get(i), locals);
      if (!actual.equals(expected)) {
        differences.add(expressions.get(i) + " is " + actual + ", expected " + expected);
      }
    }
    assertThat(differences).isEmpty();
  }

  private static String evaluated(String expression, Locals locals) throws Exception {
    try {
      Object value = locals.scope(JavacComparisonTest.class, null).evaluate(expression);
      return form(value);
    } catch (WatchFailure e) {
      assertThat(e.getMessage()).as(expression).doesNotContain("internal:");
      return e.getMessage().contains("refuse") || e.getMessage().contains("harmless")
          ? e.getMessage()
          : "failure";
    }
  }

  private static String form(Object value) {
    if (value instanceof Throwable) {
      return "failure";
    }
    return value == null ? "null" : value.getClass().getName() + ":" + value;
  }
}
