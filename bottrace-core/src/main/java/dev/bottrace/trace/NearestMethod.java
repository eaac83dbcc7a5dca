package dev.bottrace.trace;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/** Finds the method or package that somebody had in mind. */
final class NearestMethod {
  private static final String ANY = "..";

  private NearestMethod() {}

  /** Returns a pattern of the form that was given, as near to it as any that matches something. */
  static Optional<String> to(MethodPattern wrong, Collection<TracedMethod> methods) {
    String text = wrong.toString();
    if (text.startsWith(ANY) && text.endsWith(ANY)) {
      return nearest(text, methods, NearestMethod::segments);
    }
    if (text.endsWith(ANY)) {
      return nearest(text, methods, NearestMethod::packages);
    }
    boolean anyPackage = text.indexOf('.') == text.lastIndexOf('.');
    return nearest(
        text,
        methods,
        method ->
            List.of(anyPackage ? method.displayName() : method.className() + '.' + method.name()));
  }

  private static Optional<String> nearest(
      String text, Collection<TracedMethod> methods, Function<TracedMethod, List<String>> names) {
    TreeSet<String> known = new TreeSet<>();
    methods.forEach(method -> known.addAll(names.apply(method)));
    String letters = text.replace("*", "");
    Optional<String> nested =
        known.stream().filter(name -> name.endsWith('$' + letters)).findFirst();
    return nested.isPresent()
        ? nested
        : NearestName.to(letters, known, lettersOfOwn(letters) / 3 + 1);
  }

  /** A long package leaves no room for a class and a method that are quite different. */
  private static int lettersOfOwn(String names) {
    int method = names.endsWith(ANY) ? -1 : names.lastIndexOf('.');
    return names.substring(names.lastIndexOf('.', method - 1) + 1).replace(".", "").length();
  }

  /** Returns the package of a method and those above it. */
  private static List<String> packages(TracedMethod method) {
    TreeSet<String> packages = new TreeSet<>();
    for (String name = method.packageName(); !name.isEmpty(); ) {
      packages.add(name + ANY);
      name = name.substring(0, Math.max(0, name.lastIndexOf('.')));
    }
    return List.copyOf(packages);
  }

  /** Returns the single names of the package of a method. */
  private static List<String> segments(TracedMethod method) {
    return method.packageName().isEmpty()
        ? List.of()
        : List.of(method.packageName().split("\\.", -1)).stream()
            .map(name -> ANY + name + ANY)
            .toList();
  }
}
