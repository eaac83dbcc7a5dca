package dev.bottrace.trace;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/** Finds the method or package that somebody had in mind. */
final class NearestMethod {
  private NearestMethod() {}

  /** Returns a pattern of the form that was given, as near to it as any that matches something. */
  static Optional<String> to(MethodPattern wrong, Collection<TracedMethod> methods) {
    String text = wrong.toString();
    if (text.endsWith("..")) {
      return nearest(
          text, methods, method -> packages(method).stream().map(name -> name + "..").toList());
    }
    int dots = text.length() - text.replace(".", "").length();
    return nearest(
        text,
        methods,
        method ->
            List.of(dots == 1 ? method.displayName() : method.className() + '.' + method.name()));
  }

  private static Optional<String> nearest(
      String text, Collection<TracedMethod> methods, Function<TracedMethod, List<String>> names) {
    TreeSet<String> known = new TreeSet<>();
    methods.forEach(method -> known.addAll(names.apply(method)));
    String letters = text.replace("*", "");
    return NearestName.to(letters, known, letters.length() / 3 + 1);
  }

  /** Returns the package of a method and those above it. */
  private static List<String> packages(TracedMethod method) {
    TreeSet<String> packages = new TreeSet<>();
    for (String name = method.packageName(); !name.isEmpty(); ) {
      packages.add(name);
      name = name.substring(0, Math.max(0, name.lastIndexOf('.')));
    }
    return List.copyOf(packages);
  }
}
