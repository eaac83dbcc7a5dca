package dev.bottrace.assertj;

import dev.bottrace.trace.Argument;
import dev.bottrace.trace.CallCount;
import dev.bottrace.trace.CapturedValue;
import dev.bottrace.trace.TracedMethod;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How golden traces write a call on a line. */
final class GoldenLabels {
  /** Stands behind a call that was open when recording stopped. */
  static final String NOT_ENDED = " ...";

  private static final Pattern LAMBDA_NUMBERS = Pattern.compile("(lambda.*?)(\\$\\d+)+$");

  private final GoldenOptions options;
  private final Set<String> ambiguous = new HashSet<>();
  private final Map<TracedMethod, String> names = new HashMap<>();

  /** Makes the labels for a trace in which some methods were called. */
  GoldenLabels(GoldenOptions options, Iterable<CallCount> called) {
    this.options = options;
    Map<String, String> classes = new HashMap<>();
    for (CallCount count : called) {
      String name = count.method().className();
      String other = classes.putIfAbsent(simple(name), name);
      if (other != null && !other.equals(name)) {
        ambiguous.add(simple(name));
      }
    }
  }

  private static String simple(String className) {
    return className.substring(className.lastIndexOf('.') + 1);
  }

  /** Returns how the line of a call begins. */
  String call(TracedMethod method, List<Argument> arguments) {
    String name = names.computeIfAbsent(method, this::name);
    if (arguments.isEmpty() || !options.values()) {
      return name;
    }
    return arguments.stream()
        .map(argument -> argument.name() + '=' + argument.value())
        .collect(Collectors.joining(", ", name + '(', ")"));
  }

  private String name(TracedMethod method) {
    String type = simple(method.className());
    String name =
        (ambiguous.contains(type) ? method.className() : type)
            + '.'
            + (options.lambdaNumbers() ? method.name() : withoutNumbers(method.name()));
    return new CapturedValue.Plain(name).toString(); // escapes what would break the line
  }

  private static String withoutNumbers(String name) {
    return LAMBDA_NUMBERS.matcher(name).replaceFirst("$1");
  }

  /** Returns how the line of a call ends. */
  String end(@Nullable String thrown, @Nullable String value) {
    String result = value == null || !options.values() ? "" : " = " + value;
    return thrown == null ? result : result + " !" + thrown;
  }
}
