package dev.bottrace.json;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Pieces of JSON on one line. */
final class JsonText {
  private JsonText() {}

  static byte[] bytes(String json) {
    return json.getBytes(StandardCharsets.UTF_8);
  }

  static String quoted(@Nullable String text) {
    if (text == null) {
      return "null";
    }
    String quoted = new String(JsonStringEncoder.getInstance().quoteAsString(text));
    return '"' + withoutHalves(quoted) + '"';
  }

  /** Escapes halves of surrogate pairs, which UTF-8 does not have. */
  private static String withoutHalves(String text) {
    int at = 0;
    while (at < text.length() && !Character.isSurrogate(text.charAt(at))) {
      at++;
    }
    if (at == text.length()) {
      return text;
    }
    StringBuilder whole = new StringBuilder(text.length() + 16);
    text.codePoints().forEach(codePoint -> append(whole, codePoint));
    return whole.toString();
  }

  private static void append(StringBuilder whole, int codePoint) {
    if (Character.isBmpCodePoint(codePoint) && Character.isSurrogate((char) codePoint)) {
      whole.append(String.format("\\u%04x", codePoint));
    } else {
      whole.appendCodePoint(codePoint);
    }
  }

  static <T> String array(List<T> elements, Function<T, String> form) {
    return elements.stream().map(form).collect(Collectors.joining(",", "[", "]"));
  }

  /** Maps names to strings. A name that comes again gets a number, as in {@code x#2}. */
  static <T> String object(
      List<T> members, Function<T, String> name, Function<T, @Nullable String> value) {
    StringBuilder json = new StringBuilder("{");
    Set<String> names = new HashSet<>();
    for (T member : members) {
      json.append(names.isEmpty() ? "" : ",")
          .append(quoted(unused(names, name.apply(member))))
          .append(':')
          .append(quoted(value.apply(member)));
    }
    return json.append('}').toString();
  }

  private static String unused(Set<String> names, String wanted) {
    String name = wanted;
    for (int number = 2; !names.add(name); number++) {
      name = wanted + '#' + number;
    }
    return name;
  }
}
